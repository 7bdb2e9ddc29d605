package tracker.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracker.streams.codec.ViewChanges;
import tracker.streams.codec.ViewChanges.Change;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;

/** Two moments of one plan beside each other: what is otherwise, and by which events it became so. */
public final class PlanComparison {
    private static final List<Kind> KINDS = List.of(Kind.INDICATOR, Kind.PROJECT, Kind.TASK, Kind.ASSESSMENT);

    private final PlanReads from;
    private final PlanReads to;
    private final ViewChanges changes = new ViewChanges();
    private final ViewJson json = new ViewJson();

    public PlanComparison(PlanReads from, PlanReads to) {
        this.from = from;
        this.to = to;
    }

    /** {@code id} is kind/id. {@code before} is null for what did not exist yet; {@code events} are entries of its history. */
    public record Moved(
            String id,
            Kind kind,
            JsonNode name,
            JsonNode before,
            JsonNode after,
            List<Change> changes,
            List<JsonNode> events) {}

    /** What differs of the plan as a whole: counts, sums, open warnings. */
    public List<Change> overview() {
        return changes.between(from.overview().json(), to.overview().json());
    }

    /** Every subject that something happened to in between, by kind and id. */
    public List<byte[]> subjects() {
        List<byte[]> moved = new ArrayList<>();
        for (Kind kind : KINDS) {
            Map<String, byte[]> earlier = new HashMap<>();
            from.all(kind).forEach(view -> earlier.put(StoredJson.text(view, "id"), view));
            for (byte[] view : to.all(kind)) {
                byte[] before = earlier.get(StoredJson.text(view, "id"));
                long known = before == null ? 0 : StoredJson.number(before, "version");
                long version = StoredJson.number(view, "version");
                if (version > known) {
                    moved.add(json.encode(moved(kind, before, view, known, version)));
                }
            }
        }
        return moved;
    }

    private Moved moved(Kind kind, byte[] before, byte[] after, long known, long version) {
        JsonNode view = json.read(after);
        SubjectId subject = new SubjectId(
                to.plan().head().id().plan(), kind, view.path("id").asText());
        List<byte[]> events = to.history(subject, known, Math.toIntExact(version - known));
        return new Moved(
                subject.name(),
                kind,
                view.get("name"),
                before == null ? null : json.read(before),
                view,
                changes.between(before, after),
                events.stream().map(json::read).toList());
    }
}
