package tracker.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import tracker.streams.domain.Text;

/** Two moments side by side, for people. */
final class ComparisonText {
    private static final int FIELD = 24;
    private static final int VALUE = 36;
    private static final String NOTHING = "-";

    private final Output output;

    ComparisonText(Output output) {
        this.output = output;
    }

    void say(JsonNode comparison) {
        row("", moment(comparison.path("from")), moment(comparison.path("to")));
        changes(comparison.path("plan"));
        comparison.path("items").forEach(this::moved);
    }

    private void moved(JsonNode item) {
        JsonNode name = item.path("name");
        output.line("");
        output.line(item.path("id").asText() + "  "
                + (name.isObject()
                        ? output.words(new Text(
                                name.path("zh").asText(), name.path("en").asText()))
                        : name.asText("")));
        changes(item.path("changes"));
        for (JsonNode event : item.path("events")) {
            JsonNode actor = event.path("actor");
            output.line("  · " + event.path("recordedAt").asText() + "  "
                    + event.path("type").asText() + "  "
                    + actor.path("user").asText()
                    + (event.hasNonNull("reason") ? "  " + event.path("reason").asText() : ""));
        }
    }

    private void changes(JsonNode changes) {
        for (JsonNode change : changes) {
            JsonNode from = change.path("from");
            JsonNode to = change.path("to");
            if (from.isObject() || to.isObject()) {
                parts(change.path("field").asText(), from, to);
            } else {
                row(change.path("field").asText(), value(from), value(to));
            }
        }
    }

    /** Of what has parts, those that differ. */
    private void parts(String field, JsonNode from, JsonNode to) {
        Set<String> names = new TreeSet<>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!from.path(name).equals(to.path(name))) {
                row(field + "." + name, value(from.path(name)), value(to.path(name)));
            }
        }
    }

    private void row(String field, String from, String to) {
        output.line(("  " + padded(field, FIELD) + "  " + padded(from, VALUE) + "  " + to).stripTrailing());
    }

    private static String moment(JsonNode moment) {
        return moment.path("recordedAt").asText() + " @"
                + moment.path("position").asText();
    }

    private static String value(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return NOTHING;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static String padded(String text, int width) {
        int shown = text.codePoints().map(ComparisonText::width).sum();
        return text + " ".repeat(Math.max(0, width - shown));
    }

    /** A terminal gives ideographs and full-width signs two columns. */
    private static int width(int character) {
        return character >= 0x1100
                        && (Character.isIdeographic(character)
                                || (character >= 0x3000 && character < 0x3100)
                                || (character >= 0xff00 && character < 0xff61))
                ? 2
                : 1;
    }
}
