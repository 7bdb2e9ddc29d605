package tracker.api.cli.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A path of the interface and its parameters. Immutable. */
public record Query(String path, List<String> parameters) {
    public Query {
        parameters = List.copyOf(parameters);
    }

    /** Of path segments beneath {@code /api/v1}, which may hold anything. */
    public static Query of(String... segments) {
        StringBuilder path = new StringBuilder("/api/v1");
        for (String segment : segments) {
            path.append('/').append(encoded(segment));
        }
        return new Query(path.toString(), List.of());
    }

    /** With one parameter more; a null value is left out. */
    public Query with(String name, Object value) {
        if (value == null) {
            return this;
        }
        List<String> more = new ArrayList<>(parameters);
        more.add(name + "=" + encoded(value.toString()));
        return new Query(path, more);
    }

    String text() {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }

    private static String encoded(String text) {
        // A lone dot or two would be a step in the path.
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replaceFirst("^\\.", "%2E");
    }
}
