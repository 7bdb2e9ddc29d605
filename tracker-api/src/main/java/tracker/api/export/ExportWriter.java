package tracker.api.export;

import java.io.IOException;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.domain.event.Event;

/** Writes an export, event by event. What it is of stands at its beginning; its digest at its end, without which it is not whole. */
interface ExportWriter {
    void event(LoggedEvent logged, Event event) throws IOException;

    void finish() throws IOException;
}
