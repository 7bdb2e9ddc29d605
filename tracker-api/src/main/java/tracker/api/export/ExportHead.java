package tracker.api.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tracker.api.view.EventQuery;

/** What an export says of itself: of which log and plan it is, what was asked for, and when it was made. */
record ExportHead(String log, int partitions, String plan, EventQuery query, Instant created) {
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("log", log);
        fields.put("plan", plan);
        fields.putAll(query.filters());
        fields.put("created", created.toString());
        return fields;
    }

    /** On one line of {@code name=value}; values are percent-encoded, so that none breaks the line or a cell. */
    String line(String separator) {
        return fields().entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(separator));
    }
}
