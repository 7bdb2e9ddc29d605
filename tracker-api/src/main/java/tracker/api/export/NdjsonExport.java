package tracker.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tracker.api.persons.Persons;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.EventJson;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/** A line {@code {"export": …}}, a line for each event, a line {@code {"end": …}}. */
final class NdjsonExport extends TextExport {
    private final EventJson events;
    private final Persons persons;
    private final ViewJson json = new ViewJson();

    NdjsonExport(OutputStream out, ExportHead head, EventCodec codec, Persons persons) throws IOException {
        super(out);
        events = new EventJson(codec);
        this.persons = persons;
        write(object("export", head.fields()));
    }

    @Override
    String line(LoggedEvent logged, Event event) {
        String line = new String(events.encode(logged.event()), StandardCharsets.UTF_8);
        return persons.opened(line, Persons::inJson) + "\n";
    }

    @Override
    String lastLine(long count, Hash digest) {
        return object("end", Map.of("events", count, "sha256", digest.hex()));
    }

    private String object(String name, Object content) {
        return new String(json.encode(Map.of(name, content)), StandardCharsets.UTF_8) + "\n";
    }
}
