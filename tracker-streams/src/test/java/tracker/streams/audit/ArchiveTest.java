package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tracker.streams.audit.Forgery.header;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest {
    private static final Scope COMPLETE = new Scope.Complete();
    private final GivenLog log = GivenLog.small();

    @ParameterizedTest
    @EnumSource
    void whatWasWrittenIsRead(Compression compression) throws IOException {
        List<Entry> entries = log.entries();
        ArchiveReader reader = new ArchiveReader(new ByteArrayInputStream(written(compression, entries, true)));

        List<Entry> read = new ArrayList<>();
        for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
            read.add(entry);
        }

        assertThat(reader.header()).isEqualTo(header(COMPLETE, compression));
        assertThat(read.remove(read.size() - 1)).isInstanceOfSatisfying(Entry.End.class, end -> {
            assertThat(end.fileHash()).isEqualTo(reader.fileHash());
            assertThat(end.partitions())
                    .contains(
                            new Entry.PartitionEnd(1, 9, 2, log.checkpoint(1, 9).root()));
        });
        assertThat(read).usingRecursiveComparison().isEqualTo(entries);
    }

    @ParameterizedTest
    @EnumSource
    void avrosOwnReaderReadsIt(Compression compression) throws IOException {
        List<String> kinds = new ArrayList<>();
        byte[] archive = written(compression, log.entries(), true);

        try (DataFileStream<GenericRecord> stream =
                new DataFileStream<>(new ByteArrayInputStream(archive), new GenericDatumReader<>())) {
            assertThat(stream.getMetaString("tracker.scope")).isEqualTo("complete");
            stream.forEach(record ->
                    kinds.add(((GenericRecord) record.get("entry")).getSchema().getName()));
        }

        assertThat(kinds)
                .hasSize(log.entries().size() + 1)
                .startsWith("ArchivedEvent")
                .contains("ArchivedCheckpoint")
                .endsWith("ArchiveEnd");
    }

    @Test
    void theSameEventsMakeTheSameFile() throws IOException {
        byte[] archive = written(Compression.DEFLATE, log.entries(), true);

        assertThat(written(Compression.DEFLATE, GivenLog.small().entries(), true))
                .isEqualTo(archive);
    }

    @Test
    void anArchiveThatWasNotFinishedHasNoEnd() throws IOException {
        ArchiveReader reader =
                new ArchiveReader(new ByteArrayInputStream(written(Compression.DEFLATE, log.entries(), false)));

        for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
            assertThat(entry).isNotInstanceOf(Entry.End.class);
        }
        assertThat(reader.fileHash()).isNull();
    }

    @Test
    void theWriterRefusesWhatCouldNotBeVerified() throws IOException {
        try (ArchiveWriter writer =
                new ArchiveWriter(new ByteArrayOutputStream(), header(COMPLETE, Compression.NULL))) {
            writer.event(log.partition(0).get(0));

            assertThatThrownBy(() -> writer.event(log.partition(0).get(0)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.event(log.partition(0).get(2)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.checkpoint(0, GivenKeys.note(log.checkpoint(0, 0))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(writer.size(0)).isEqualTo(1);
            assertThat(writer.root(0)).isEqualTo(log.checkpoint(0, 1).root());
        }
    }

    private static byte[] written(Compression compression, List<Entry> entries, boolean finished) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArchiveWriter writer = new ArchiveWriter(bytes, header(COMPLETE, compression))) {
            for (Entry entry : entries) {
                if (entry instanceof Entry.OfEvent event) {
                    writer.event(event.logged());
                } else if (entry instanceof Entry.OfCheckpoint checkpoint) {
                    writer.checkpoint(checkpoint.partition(), SignedNote.parse(checkpoint.note()));
                }
            }
            // What is written last would otherwise still be in the writer.
            if (finished) {
                writer.finish();
            }
        }
        return bytes.toByteArray();
    }
}
