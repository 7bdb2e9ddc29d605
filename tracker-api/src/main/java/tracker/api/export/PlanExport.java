package tracker.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import tracker.api.audit.LogReader;
import tracker.api.audit.Piped;
import tracker.api.persons.Persons;
import tracker.api.view.EventQuery;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.UndecodableException;
import tracker.streams.domain.event.Event;
import tracker.streams.topology.PlanPartitioner;

/**
 * The events of a plan as a file: read from the log in Kafka, written as they are read, at constant memory. The archive holds them as they lie
 * in the log, where names of persons are encrypted; the other forms are for people, and show them.
 */
public final class PlanExport {
    private final LogReader log;
    private final String name;
    private final int partitions;
    private final EventCodec codec;
    private final Persons persons;
    private final Clock clock;

    /** {@code name} is the log's. */
    public PlanExport(LogReader log, String name, int partitions, EventCodec codec, Persons persons, Clock clock) {
        this.log = log;
        this.name = name;
        this.partitions = partitions;
        this.codec = codec;
        this.persons = persons;
        this.clock = clock;
    }

    /** Of the plan's events those that {@code query} wants, up to what is committed when it is written. */
    public Piped.Writer of(String plan, EventQuery query, ExportFormat format) {
        ExportHead head = new ExportHead(name, partitions, plan, query, clock.instant());
        return out -> {
            ExportWriter writer = writer(format, out, head);
            log.read(List.of(PlanPartitioner.partition(plan, partitions)), logged -> {
                if (logged.key().startsWith(plan + "/")) {
                    Event event = decode(logged.event());
                    if (event != null && event.subject().plan().equals(plan) && query.matches(event)) {
                        writer.event(logged, event);
                    }
                }
            });
            writer.finish();
        };
    }

    private ExportWriter writer(ExportFormat format, OutputStream out, ExportHead head) throws IOException {
        return switch (format) {
            case AVRO -> new AvroExport(out, head);
            case NDJSON -> new NdjsonExport(out, head, codec, persons);
            case CSV -> new CsvExport(out, head, codec, persons);
        };
    }

    /** Null for what is no event: it has its place in the archive of the log, and in no plan. */
    private Event decode(byte[] encoded) {
        try {
            return codec.decode(encoded);
        } catch (UndecodableException unusable) {
            return null;
        }
    }
}
