package tracker.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import tracker.api.persons.Persons;
import tracker.api.tables.Csv;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.EventJson;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/** A comment of what it is, a header, a row for each event, and a comment with the digest; comments begin with a number sign. */
final class CsvExport extends TextExport {
    private static final List<String> HEADER = List.of(
            "position",
            "recordedAt",
            "type",
            "kind",
            "subject",
            "version",
            "period",
            "role",
            "department",
            "user",
            "reason",
            "id",
            "commandId",
            "idempotencyKey",
            "previousHash",
            "hash",
            "data");

    private final EventJson events;
    private final Persons persons;

    CsvExport(OutputStream out, ExportHead head, EventCodec codec, Persons persons) throws IOException {
        super(out);
        events = new EventJson(codec);
        this.persons = persons;
        write(Csv.BYTE_ORDER_MARK + comment(head.line("; ")) + Csv.line(HEADER));
    }

    @Override
    String line(LoggedEvent logged, Event event) {
        return Csv.line(Arrays.asList(
                String.valueOf(event.position()),
                event.recordedAt().toString(),
                event.fact().type(),
                event.subject().kind().label(),
                event.subject().id(),
                String.valueOf(event.version()),
                event.fact().period() == null ? null : event.fact().period().toString(),
                event.actor().role().label(),
                event.actor().department(),
                persons.opened(event.actor()).user(),
                event.reason(),
                event.id(),
                event.commandId(),
                event.idempotencyKey(),
                event.previousHash().hex(),
                EventCodec.hash(logged.event()).hex(),
                new String(events.data(event.fact()), StandardCharsets.UTF_8)));
    }

    @Override
    String lastLine(long count, Hash digest) {
        return comment("end; events=" + count + "; sha256=" + digest.hex());
    }

    private static String comment(String text) {
        return "# " + text + "\r\n";
    }
}
