package tracker.streams.runtime;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tracker.schemas.ReleasedSchemas;
import tracker.streams.topology.Topics;

/**
 * Puts every released schema on the schemas topic, under the fingerprint that the events' headers carry (CRC-64-AVRO, the eight bytes
 * as they stand there, in hexadecimal): the log explains itself to readers that are not ours.
 */
final class SchemaPublisher {
    private SchemaPublisher() {}

    static void publish(StreamsSettings settings) {
        try (KafkaProducer<String, byte[]> producer = KafkaClients.producer(settings)) {
            for (Schema schema : ReleasedSchemas.events()) {
                byte[] json = schema.toString().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(Topics.SCHEMAS, fingerprint(schema), json))
                        .get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot publish the schemas", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static String fingerprint(Schema schema) {
        long crc = SchemaNormalization.parsingFingerprint64(schema);
        return HexFormat.of().toHexDigits(Long.reverseBytes(crc));
    }
}
