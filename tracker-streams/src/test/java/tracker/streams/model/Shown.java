package tracker.streams.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.codec.ViewJson;

/** What the views say of the plan and its subjects, line by line: read from the JSON that callers are answered. */
final class Shown {
    private static final List<String> FIELDS = List.of(
            "measure",
            "unit",
            "target",
            "targetHigh",
            "value",
            "percentComplete",
            "period",
            "completion",
            "expected",
            "pace",
            "rating",
            "expectedLine",
            "status",
            "investment",
            "invested",
            "investedShare");

    private static final ObjectMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final ViewJson JSON = new ViewJson();

    private final Lines lines = new Lines();

    /** Names only the lines that differ. */
    void mustBe(SortedMap<String, String> figures) {
        SortedMap<String, String> surplus = new TreeMap<>(lines.all());
        surplus.entrySet().removeAll(figures.entrySet());
        SortedMap<String, String> lacking = new TreeMap<>(figures);
        lacking.entrySet().removeAll(lines.all().entrySet());
        assertThat(surplus).isEqualTo(lacking);
    }

    /** As callers are answered it. */
    static byte[] encode(Object view) {
        return JSON.encode(view);
    }

    /** {@code view} is that of one subject. */
    void subject(byte[] view) {
        JsonNode shown = read(view);
        String name = shown.get("id").asText() + ".";
        boolean isProject = shown.get("kind").asText().equals("project");
        for (String field : FIELDS) {
            // A project's unit never changes; the status of an indicator is its value's.
            boolean said = isProject
                    ? !field.equals("unit")
                    : !field.equals("status") || shown.get("kind").asText().equals("task");
            lines.put(name + field, said ? text(shown.path(field)) : null);
        }
        lines.put(name + "lead", text(shown.path("responsibility").path("lead")));
        shown.path("yearlyTargets")
                .forEach(year -> lines.put(name + "target." + year.get("year"), text(year.get("value"))));
        shown.path("yearlyPlan")
                .forEach(year -> lines.put(name + "plan." + year.get("year"), text(year.get("investment"))));
        shown.path("milestones")
                .forEach(milestone -> lines.put(
                        name + "milestone." + text(milestone.get("id")),
                        text(milestone.get("due")) + " " + text(milestone.get("schedule")) + " "
                                + text(milestone.get("reachedOn"))));
        shown.path("warnings")
                .forEach(warning -> lines.put(name + "warning." + text(warning.get("rule")), warning(warning)));
    }

    private static String warning(JsonNode warning) {
        JsonNode cause = warning.get("cause");
        return String.join(
                "|",
                text(warning.get("since")),
                warning.get("acknowledgement").isNull() ? "" : "seen",
                words(cause.get("periods")),
                words(cause.get("milestones")),
                text(cause.get("rating")),
                text(cause.get("value")),
                text(cause.get("limit")));
    }

    /** {@code view} is a {@link tracker.streams.domain.view.PlanView}. */
    void plan(Object view) {
        JsonNode shown = read(JSON.encode(view));
        lines.put("day", text(shown.get("day")));
        lines.put("ended", text(shown.get("ended")));
        lines.put("thresholds.onTrack", text(shown.get("thresholds").get("onTrack")));
        shown.get("ratings").properties().forEach(of -> counts("plan.collection." + of.getKey(), of.getValue()));
        lines.put("plan.indicators", text(shown.get("indicators").get("total")));
        lines.put("plan.tasks", text(shown.get("tasks")));
        counts("plan.status", shown.get("projectStatuses"));
        counts("plan.warnings", shown.get("warnings"));
        shown.get("goals").forEach(goal -> counts("plan.goal." + text(goal.get("id")), goal.get("ratings")));
        shown.get("categories").forEach(category -> {
            String id = text(category.get("id"));
            counts("plan.category." + id, category.get("ratings"));
            lines.put("plan.planned." + id, text(category.get("planned")));
            lines.put("plan.invested." + id, text(category.get("invested")));
            lines.put("plan.share." + id, text(category.get("investedShare")));
        });
    }

    private void counts(String name, JsonNode counts) {
        counts.properties().forEach(count -> lines.put(name + "." + count.getKey(), text(count.getValue())));
    }

    private static String words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(text(word)));
        return String.join(" ", words);
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isNumber() ? Lines.text(node.decimalValue()) : node.asText();
    }

    static JsonNode read(byte[] bytes) {
        try {
            return READER.readTree(bytes);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
