package tracker.streams.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** What differs between two views of one thing, field by field. */
public final class ViewChanges {
    /** These change with every event, and say nothing. */
    private static final Set<String> HEAD = Set.of("version", "position", "updatedAt");

    private final ViewJson json = new ViewJson();

    /** A field of a view and its values; JSON null where it was not there. */
    public record Change(String field, JsonNode from, JsonNode to) {}

    /** Views as {@link ViewJson} writes them; null: there was none yet. */
    public List<Change> between(byte[] before, byte[] after) {
        JsonNode old = tree(before);
        JsonNode young = tree(after);
        NavigableSet<String> fields = new TreeSet<>();
        old.fieldNames().forEachRemaining(fields::add);
        young.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(HEAD);
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            JsonNode from = value(old, field);
            JsonNode to = value(young, field);
            if (!from.equals(to)) {
                changes.add(new Change(field, from, to));
            }
        }
        return changes;
    }

    private static JsonNode value(JsonNode view, String field) {
        return view.path(field).isMissingNode() ? NullNode.instance : view.get(field);
    }

    private JsonNode tree(byte[] view) {
        return view == null ? JsonNodeFactory.instance.objectNode() : json.read(view);
    }
}
