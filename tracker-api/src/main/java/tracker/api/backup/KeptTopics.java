package tracker.api.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tracker.schemas.KeptRecord;
import tracker.streams.runtime.TopicReader;

/** Topics that a backup keeps record by record, as they lie in Kafka, in one Avro file. */
final class KeptTopics {
    private final Path file;

    KeptTopics(Path file) {
        this.file = file;
    }

    /** A topic, its partitions, and which of its records are kept. */
    record Kept(String topic, int partitions, Predicate<ConsumerRecord<String, byte[]>> isKept) {
        static Kept whole(String topic, int partitions) {
            return new Kept(topic, partitions, any -> true);
        }
    }

    void write(TopicReader reader, List<Kept> topics) throws IOException {
        try (DataFileWriter<KeptRecord> writer = new DataFileWriter<>(new SpecificDatumWriter<>(KeptRecord.class))
                .setCodec(CodecFactory.deflateCodec(6))) {
            writer.create(KeptRecord.getClassSchema(), file.toFile());
            for (Kept kept : topics) {
                reader.read(
                        kept.topic(),
                        IntStream.range(0, kept.partitions()).boxed().toList(),
                        record -> {
                            if (kept.isKept().test(record)) {
                                writer.append(new KeptRecord(
                                        record.topic(),
                                        record.partition(),
                                        Instant.ofEpochMilli(record.timestamp()),
                                        record.key(),
                                        record.value() == null ? null : ByteBuffer.wrap(record.value())));
                            }
                        });
            }
        }
    }

    /** Returns once all are on the brokers. */
    void restore(KafkaProducer<String, byte[]> producer) throws IOException {
        Sending sending = new Sending(producer);
        try (DataFileReader<KeptRecord> reader =
                new DataFileReader<>(file.toFile(), new SpecificDatumReader<>(KeptRecord.class))) {
            for (KeptRecord kept : reader) {
                sending.send(new ProducerRecord<>(
                        kept.getTopic(),
                        kept.getPartition(),
                        kept.getTimestamp().toEpochMilli(),
                        kept.getKey(),
                        kept.getValue() == null ? null : bytes(kept.getValue())));
            }
        }
        sending.finish();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
