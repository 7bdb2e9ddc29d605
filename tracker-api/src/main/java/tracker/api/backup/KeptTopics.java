package tracker.api.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
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

    /** Begins the file. */
    Writer writer(TopicReader reader) throws IOException {
        return new Writer(reader);
    }

    /** Writes one topic after the other, each as it is when its turn comes. */
    final class Writer implements AutoCloseable {
        private final TopicReader reader;
        private final DataFileWriter<KeptRecord> out = new DataFileWriter<>(new SpecificDatumWriter<>(KeptRecord.class))
                .setCodec(CodecFactory.deflateCodec(6));

        private Writer(TopicReader reader) throws IOException {
            this.reader = reader;
            out.create(KeptRecord.getClassSchema(), file.toFile());
        }

        /** Those of its records of which {@code isKept} says so. */
        void write(String topic, int partitions, Predicate<ConsumerRecord<String, byte[]>> isKept) throws IOException {
            reader.read(topic, IntStream.range(0, partitions).boxed().toList(), entry -> {
                if (isKept.test(entry)) {
                    out.append(new KeptRecord(
                            entry.topic(),
                            entry.partition(),
                            Instant.ofEpochMilli(entry.timestamp()),
                            entry.key(),
                            entry.value() == null ? null : ByteBuffer.wrap(entry.value())));
                }
            });
        }

        void write(String topic, int partitions) throws IOException {
            write(topic, partitions, every -> true);
        }

        @Override
        public void close() throws IOException {
            out.close();
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
