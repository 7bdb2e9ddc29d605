package tracker.streams.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Event;

/** One entry of a subject's history: the event, who and why, and what it changed of the view. */
public final class HistoryJson {
    /** These change with every event, and say nothing. */
    private static final Set<String> HEAD = Set.of("version", "position", "updatedAt");

    private final ObjectMapper mapper = ViewJson.mapper();

    /** {@code before} is null for the first event; both are views as {@link ViewJson} writes them. */
    public byte[] encode(Event event, byte[] before, byte[] after) {
        try {
            return mapper.writeValueAsBytes(new Entry(
                    event.version(),
                    event.position(),
                    event.id(),
                    event.fact().type(),
                    event.recordedAt(),
                    event.actor(),
                    event.reason(),
                    event.fact().period(),
                    changes(tree(before), tree(after))));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private JsonNode tree(byte[] view) throws IOException {
        return view == null ? JsonNodeFactory.instance.objectNode() : exact(view);
    }

    private JsonNode exact(byte[] view) throws IOException {
        return mapper.reader()
                .with(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(com.fasterxml.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .readTree(view);
    }

    private static List<Change> changes(JsonNode before, JsonNode after) {
        NavigableSet<String> fields = new TreeSet<>();
        ((ObjectNode) before).fieldNames().forEachRemaining(fields::add);
        ((ObjectNode) after).fieldNames().forEachRemaining(fields::add);
        fields.removeAll(HEAD);
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            JsonNode from = before.path(field).isMissingNode() ? NullNode.instance : before.get(field);
            JsonNode to = after.path(field).isMissingNode() ? NullNode.instance : after.get(field);
            if (!from.equals(to)) {
                changes.add(new Change(field, from, to));
            }
        }
        return changes;
    }

    private record Entry(
            long version,
            long position,
            String eventId,
            String type,
            Instant recordedAt,
            Actor actor,
            String reason,
            Period period,
            List<Change> changes) {}

    private record Change(String field, JsonNode from, JsonNode to) {}
}
