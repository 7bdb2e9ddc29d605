package tracker.streams.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between two views of one thing, field by field. */
public final class ViewChanges {
    /** These change with every event, and say nothing. */
    private static final Set<String> HEAD = Set.of("version", "position", "updatedAt");

    private final JsonFactory factory = new JsonFactory();
    private final ViewJson json = new ViewJson();

    /** A field of a view and its values; JSON null where it was not there. */
    public record Change(String field, JsonNode from, JsonNode to) {}

    /** Views as {@link ViewJson} writes them, which writes the same value as the same bytes; null: there was none yet. */
    public List<Change> between(byte[] before, byte[] after) {
        SortedMap<String, ByteBuffer> old = fields(before);
        SortedMap<String, ByteBuffer> young = fields(after);
        NavigableSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        names.removeAll(HEAD);
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            ByteBuffer from = old.get(name);
            ByteBuffer to = young.get(name);
            if (from == null || !from.equals(to)) {
                add(changes, new Change(name, value(from), value(to)));
            }
        }
        return changes;
    }

    /** What is written otherwise may still be the same: null and no field at all, 1.5 and 1.50. */
    private static void add(List<Change> changes, Change change) {
        if (!change.from().equals(change.to())) {
            changes.add(change);
        }
    }

    private JsonNode value(ByteBuffer written) {
        return written == null
                ? NullNode.instance
                : json.read(written.array(), written.position(), written.remaining());
    }

    /** Where in the view each field's value is written. Few of them have changed: the others need not be read. */
    private SortedMap<String, ByteBuffer> fields(byte[] view) {
        SortedMap<String, ByteBuffer> fields = new TreeMap<>();
        if (view == null) {
            return fields;
        }
        try (JsonParser parser = factory.createParser(view)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getByteOffset();
                fields.put(name, ByteBuffer.wrap(view, start, end - start));
            }
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        }
        return fields;
    }
}
