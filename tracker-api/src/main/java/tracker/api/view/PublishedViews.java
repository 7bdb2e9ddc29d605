package tracker.api.view;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;

/** The views that a plan publishes, without what is for the administration alone: warnings, measures, who did what. */
public final class PublishedViews {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private PublishedViews() {}

    /** The plan with counts and sums of what is published only. */
    public static Versioned plan(PlanReads reads) {
        Set<String> groups = groups(reads);
        Versioned view = reads.overview();
        ObjectNode shown = (ObjectNode) read(view.json());
        shown.remove(List.of("supervision", "warnings", "thresholds", "departments"));
        for (String counts : List.of("indicators", "ratings")) {
            ObjectNode byCollection = (ObjectNode) shown.get(counts);
            byCollection.retain(groups);
        }
        if (!groups.contains("core")) {
            shown.remove("goals");
        }
        if (!groups.contains("projects")) {
            shown.remove(List.of("projects", "projectStatuses", "categories", "investment"));
        }
        if (!groups.contains("tasks")) {
            shown.remove("tasks");
        }
        return new Versioned(view.version(), write(shown));
    }

    /** None where the plan does not publish such things. */
    public static List<byte[]> all(PlanReads reads, Kind kind) {
        Set<String> groups = groups(reads);
        return reads.all(kind).stream()
                .map(PublishedViews::read)
                .filter(view -> isPublished(groups, kind, view))
                .map(PublishedViews::shown)
                .toList();
    }

    public static Optional<Versioned> one(PlanReads reads, SubjectId subject) {
        Set<String> groups = groups(reads);
        return reads.one(subject)
                .filter(view -> isPublished(groups, subject.kind(), read(view.json())))
                .map(view -> new Versioned(view.version(), shown(read(view.json()))));
    }

    private static Set<String> groups(PlanReads reads) {
        return reads.plan().definition().supervision().published();
    }

    private static boolean isPublished(Set<String> groups, Kind kind, JsonNode view) {
        return switch (kind) {
            case INDICATOR -> groups.contains(view.path("collection").asText());
            case PROJECT, TASK -> groups.contains(kind.collection());
            case FEEDBACK -> view.path("state").asText().equals("published");
            case PLAN, ASSESSMENT -> false;
        };
    }

    private static byte[] shown(JsonNode view) {
        ObjectNode shown = (ObjectNode) view;
        shown.remove(List.of("warnings", "latestNote"));
        if (shown.get("responsibility") instanceof ObjectNode responsibility) {
            responsibility.remove(List.of("measures", "provisional"));
        }
        shown.path("answers").forEach(answer -> ((ObjectNode) answer).remove("by"));
        shown.path("milestones").forEach(milestone -> ((ObjectNode) milestone).remove("note"));
        return write(shown);
    }

    private static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        }
    }

    private static byte[] write(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        }
    }
}
