package tracker.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/** An export of lines. The last one names the count of events and the SHA-256 of all the bytes before it. */
abstract class TextExport implements ExportWriter {
    private final DigestOutputStream out;
    private long events;

    TextExport(OutputStream out) {
        this.out = new DigestOutputStream(out, Hash.digest());
    }

    abstract String line(LoggedEvent logged, Event event);

    abstract String lastLine(long count, Hash digest);

    @Override
    public void event(LoggedEvent logged, Event event) throws IOException {
        write(line(logged, event));
        events++;
    }

    @Override
    public void finish() throws IOException {
        Hash digest = Hash.of(out.getMessageDigest().digest());
        write(lastLine(events, digest));
        out.flush();
    }

    final void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
