package tracker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the path template that a path is of: of two that fit, the one that says more itself. */
final class Templates {
    private record Template(String template, Pattern pattern) {}

    private final List<Template> templates = new ArrayList<>();

    Templates(JsonNode paths) {
        paths.fieldNames().forEachRemaining(template -> templates.add(new Template(template, pattern(template))));
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

    private static Pattern pattern(String template) {
        String quoted = Pattern.quote(template).replaceAll("\\{[^}]*\\}", "\\\\E[^/]+\\\\Q");
        return Pattern.compile(quoted);
    }
}
