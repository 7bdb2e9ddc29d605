package tracker.api.view;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;

/** The views that a plan publishes, without what is for the administration alone: warnings, measures, who did what. */
@Singleton
public final class PublishedViews {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final PlanQueries queries;

    PublishedViews(PlanQueries queries) {
        this.queries = queries;
    }

    /** The plan with counts and sums of what is published only. */
    public Optional<Versioned> plan(String plan) {
        Set<String> groups = groups(plan);
        return queries.plan(plan).map(view -> {
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
        });
    }

    /** None where the plan does not publish such things. */
    public List<byte[]> all(String plan, Kind kind) {
        Set<String> groups = groups(plan);
        return queries.all(plan, kind).stream()
                .map(PublishedViews::read)
                .filter(view -> isPublished(groups, kind, view))
                .map(PublishedViews::shown)
                .toList();
    }

    public Optional<Versioned> one(SubjectId subject) {
        Set<String> groups = groups(subject.plan());
        return queries.one(subject)
                .filter(view -> isPublished(groups, subject.kind(), read(view.json())))
                .map(view -> new Versioned(view.version(), shown(read(view.json()))));
    }

    private Set<String> groups(String plan) {
        return queries.planState(plan)
                .<Set<String>>map(state -> state.definition().supervision().published())
                .orElse(Set.of());
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
