package tracker.api.bench.peer;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What Kafka itself takes from a record's transaction to its committed record being read: once for what an answered write does (command in,
 * event and result out of one transaction) it would be two such steps.
 */
public final class BareTransactions {
    private BareTransactions() {}

    /** Arguments: brokers, topic. */
    public static void main(String[] arguments) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer(arguments[0]);
                KafkaConsumer<byte[], byte[]> consumer = OneByOne.reader(arguments[0], arguments[1], 0)) {
            producer.initTransactions();
            OneByOne.serve(consumer, value -> {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(arguments[1], 0, null, value));
                producer.commitTransaction();
            });
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "bare",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
