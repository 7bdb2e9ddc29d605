package tracker.streams.audit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.schemas.ReleasedSchemas;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Report;

/** An archive is read by a program that is not ours: all of it, in order, down to the figures in the events. */
class OtherReaderIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant CREATED = Instant.parse("2026-11-24T08:00:00Z");
    /** Of the single-object encoding: C3 01 and the schema's fingerprint. */
    private static final int HEAD_BYTES = 10;

    private static final int WIRE_SCALE = 30;

    @TempDir
    private Path directory;

    private final GivenLog log = GivenLog.small();
    private final List<Entry> entries = log.entries();
    private Path archive;

    @BeforeEach
    void write() throws IOException {
        archive = directory.resolve("events.avro");
        ArchiveHeader header = ArchiveHeader.of(
                GivenLog.ORIGIN, GivenLog.PARTITIONS, new Scope.Complete(), CREATED, Compression.DEFLATE);
        try (OutputStream out = Files.newOutputStream(archive);
                ArchiveWriter writer = new ArchiveWriter(out, header)) {
            for (Entry entry : entries) {
                if (entry instanceof Entry.OfEvent event) {
                    writer.event(event.logged());
                } else {
                    Entry.OfCheckpoint checkpoint = (Entry.OfCheckpoint) entry;
                    writer.checkpoint(checkpoint.partition(), SignedNote.parse(checkpoint.note()));
                }
            }
            writer.finish();
        }
    }

    @Test
    void itsHeaderSaysWhatItIs() throws IOException, InterruptedException {
        assertThat(AvroTools.run("getmeta", archive.toString()).lines())
                .contains(
                        "avro.codec\tdeflate",
                        "tracker.origin\t" + GivenLog.ORIGIN,
                        "tracker.partitions\t2",
                        "tracker.scope\tcomplete",
                        "tracker.created\t" + CREATED);
        String released = ReleasedSchemas.archiveTexts().get(0);
        assertThat(JSON.readTree(AvroTools.run("getschema", archive.toString())))
                .isEqualTo(JSON.readTree(released));
    }

    @Test
    void everyEntryIsThereInItsPlace() throws IOException, InterruptedException {
        List<JsonNode> read = values(AvroTools.run("tojson", archive.toString()));

        assertThat(read).hasSize(entries.size() + 1);
        for (int place = 0; place < entries.size(); place++) {
            JsonNode entry = read.get(place).path("entry");
            if (entries.get(place) instanceof Entry.OfEvent event) {
                assertSame(entry.path("tracker.schemas.ArchivedEvent"), event.logged());
            } else {
                Entry.OfCheckpoint checkpoint = (Entry.OfCheckpoint) entries.get(place);
                JsonNode other = entry.path("tracker.schemas.ArchivedCheckpoint");
                assertThat(other.path("partition").intValue()).isEqualTo(checkpoint.partition());
                assertThat(other.path("note").textValue()).isEqualTo(checkpoint.note());
            }
        }
        JsonNode end = read.get(entries.size()).path("entry").path("tracker.schemas.ArchiveEnd");
        assertThat(end.path("partitions").findValuesAsText("events")).containsExactly("22", "9");
    }

    @Test
    void whatTheEventsSayIsReadWithTheReleasedSchema() throws IOException, InterruptedException {
        List<Event> events =
                logged().map(logged -> GivenLog.CODEC.decode(logged.event())).toList();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        logged().forEach(logged -> data.write(logged.event(), HEAD_BYTES, logged.event().length - HEAD_BYTES));
        Path binary = Files.write(directory.resolve("events.bin"), data.toByteArray());
        List<org.apache.avro.Schema> released = ReleasedSchemas.events();
        Path schema = Files.writeString(
                directory.resolve("event.avsc"),
                released.get(released.size() - 1).toString());

        List<JsonNode> read = values(
                AvroTools.run("fragtojson", "--no-pretty", "--schema-file", schema.toString(), binary.toString()));

        assertThat(read).hasSameSizeAs(events);
        for (int place = 0; place < read.size(); place++) {
            assertSame(read.get(place), events.get(place));
        }
    }

    private Stream<LoggedEvent> logged() {
        return entries.stream().filter(entry -> entry instanceof Entry.OfEvent).map(entry -> ((Entry.OfEvent) entry)
                .logged());
    }

    private static void assertSame(JsonNode read, LoggedEvent logged) {
        assertThat(read.path("partition").intValue()).isEqualTo(logged.partition());
        assertThat(read.path("index").longValue()).isEqualTo(logged.index());
        assertThat(read.path("timestamp").longValue())
                .isEqualTo(logged.timestamp().toEpochMilli());
        assertThat(read.path("key").textValue()).isEqualTo(logged.key());
        assertThat(read.path("event").textValue().getBytes(ISO_8859_1)).isEqualTo(logged.event());
        assertThat(read.path("crc32c").intValue()).isEqualTo(logged.crc());
    }

    private static void assertSame(JsonNode read, Event event) {
        assertThat(read.path("eventId").textValue()).isEqualTo(event.id());
        assertThat(read.path("plan").textValue()).isEqualTo(event.subject().plan());
        assertThat(read.path("subject").textValue()).isEqualTo(event.subject().id());
        assertThat(read.path("version").longValue()).isEqualTo(event.version());
        assertThat(read.path("position").longValue()).isEqualTo(event.position());
        assertThat(read.path("recordedAt").longValue())
                .isEqualTo(event.recordedAt().toEpochMilli());
        assertThat(read.path("previousHash").textValue().getBytes(ISO_8859_1))
                .isEqualTo(event.previousHash().bytes());
        JsonNode payload =
                read.path("payload").path("tracker.schemas." + event.fact().type());
        assertThat(payload.isObject()).as(event.fact().type()).isTrue();
        if (event.fact() instanceof Fact.ProgressReported reported
                && reported.report() instanceof Report.OfIndicator report) {
            JsonNode of = payload.path("report").path("tracker.schemas.IndicatorReport");
            assertThat(of.path("period").textValue()).isEqualTo(report.period().toString());
            assertThat(of.path("unit").textValue()).isEqualTo(report.unit());
            assertThat(figure(of.path("value").path("tracker.schemas.Figure"))).isEqualTo(report.value());
        }
    }

    private static BigDecimal figure(JsonNode figure) {
        byte[] amount = figure.path("amount").textValue().getBytes(ISO_8859_1);
        return new BigDecimal(new BigInteger(amount), WIRE_SCALE)
                .setScale(figure.path("scale").intValue());
    }

    private static List<JsonNode> values(String printed) throws IOException {
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(printed)) {
            return values.readAll();
        }
    }
}
