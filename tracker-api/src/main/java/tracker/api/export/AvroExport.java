package tracker.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tracker.streams.audit.ArchiveHeader;
import tracker.streams.audit.ArchiveWriter;
import tracker.streams.audit.Compression;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.audit.Scope;
import tracker.streams.domain.event.Event;

/** A partial archive: it verifies offline as far as what is in it is linked. */
final class AvroExport implements ExportWriter {
    private final ArchiveWriter writer;

    AvroExport(OutputStream out, ExportHead head) throws IOException {
        writer = new ArchiveWriter(
                out, ArchiveHeader.of(head.log(), head.partitions(), scope(head), head.created(), Compression.DEFLATE));
    }

    /** What can be verified of it: nothing is left out of a whole plan. */
    private static Scope scope(ExportHead head) {
        return head.query().filters().isEmpty()
                ? new Scope.Plans(List.of(head.plan()))
                : new Scope.Filtered(head.line(" "));
    }

    @Override
    public void event(LoggedEvent logged, Event event) throws IOException {
        writer.event(logged);
    }

    @Override
    public void finish() throws IOException {
        writer.finish();
    }
}
