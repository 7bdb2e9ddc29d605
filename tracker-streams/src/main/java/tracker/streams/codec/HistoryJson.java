package tracker.streams.codec;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Period;
import tracker.streams.domain.event.Event;

/** One entry of a subject's history: the event, who and why, and what it changed of the view. */
public final class HistoryJson {
    private final ObjectMapper mapper = ViewJson.mapper();
    private final ViewChanges changes = new ViewChanges();

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
                    changes.between(before, after)));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** The form of an entry; reason and period are null where there is none. */
    public record Entry(
            long version,
            long position,
            String eventId,
            String type,
            Instant recordedAt,
            Actor actor,
            String reason,
            Period period,
            List<ViewChanges.Change> changes) {}
}
