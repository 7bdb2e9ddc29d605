package tracker.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import tracker.streams.codec.ViewJson;

/** {@code fields=rating,name.zh}: of a view, or of each item of a list, only these and the id. What a view does not have is left out. */
final class Fields {
    static final String PARAMETER = "fields";
    private static final Pattern FORM = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*){0,4}");
    private static final int MOST = 50;
    private static final ViewJson JSON = new ViewJson();

    private Fields() {}

    /** The JSON as it is where the request names no fields. */
    static byte[] of(HttpRequest<?> request, byte[] json) {
        String wanted = request.getParameters().get(PARAMETER);
        if (wanted == null) {
            return json;
        }
        List<String> paths = Arrays.asList(wanted.split(",", -1));
        if (paths.size() > MOST
                || !paths.stream().allMatch(path -> FORM.matcher(path).matches())) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, "fields 形如 rating,name.zh。", "fields are written like rating,name.zh.");
        }
        JsonNode whole = JSON.read(json);
        if (whole.path("items").isArray()) {
            ObjectNode page = (ObjectNode) whole;
            var items = JsonNodeFactory.instance.arrayNode();
            whole.path("items").forEach(item -> items.add(chosen(item, paths)));
            page.set("items", items);
            return JSON.encode(page);
        }
        return JSON.encode(chosen(whole, paths));
    }

    private static JsonNode chosen(JsonNode view, List<String> paths) {
        ObjectNode chosen = JsonNodeFactory.instance.objectNode();
        copy(view, chosen, "id");
        paths.forEach(path -> copy(view, chosen, path));
        return chosen;
    }

    private static void copy(JsonNode from, ObjectNode to, String path) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        JsonNode value = from.path(first);
        if (value.isMissingNode()) {
            return;
        }
        if (dot < 0) {
            to.set(first, value);
        } else if (value.isObject()) {
            copy(value, to.withObjectProperty(first), path.substring(dot + 1));
        }
    }
}
