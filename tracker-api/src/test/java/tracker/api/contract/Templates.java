package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Finds the path template that a path is of: of two that fit, the one that says more itself. A variable whose pattern allows slashes is as
 * many segments as there are.
 */
final class Templates {
    private record Template(String template, Pattern pattern) {}

    private final List<Template> templates = new ArrayList<>();

    Templates(JsonNode paths) {
        paths.fields()
                .forEachRemaining(path -> templates.add(
                        new Template(path.getKey(), pattern(path.getKey(), manySegments(path.getValue())))));
        templates.sort(Comparator.comparing((Template one) ->
                        one.template().replaceAll("\\{[^}]*\\}", "").length())
                .reversed());
    }

    Optional<String> find(String rawPath) {
        String path =
                rawPath.length() > 1 && rawPath.endsWith("/") ? rawPath.substring(0, rawPath.length() - 1) : rawPath;
        return templates.stream()
                .filter(one -> one.pattern().matcher(path).matches())
                .map(Template::template)
                .findFirst();
    }

    private static Pattern pattern(String template, boolean manySegments) {
        String variable = manySegments ? "\\\\E.+\\\\Q" : "\\\\E[^/]+\\\\Q";
        return Pattern.compile(Pattern.quote(template).replaceAll("\\{[^}]*\\}", variable));
    }

    private static boolean manySegments(JsonNode path) {
        return path.findValues("parameters").stream()
                .flatMap(parameters -> StreamSupport.stream(parameters.spliterator(), false))
                .anyMatch(parameter -> parameter.path("in").asText().equals("path")
                        && parameter.at("/schema/pattern").asText().contains("/"));
    }
}
