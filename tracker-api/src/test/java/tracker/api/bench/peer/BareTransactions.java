package tracker.api.bench.peer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tracker.api.CommittedReader;
import tracker.api.bench.ground.Latencies;
import tracker.api.bench.ground.Lines;

/**
 * What Kafka itself takes from a record's transaction to its committed record being read: once for what an answered write does (command in,
 * event and result out of one transaction) it would be two such steps.
 */
public final class BareTransactions {
    private BareTransactions() {}

    /** Arguments: brokers, topic. Is told {@code COUNT BYTES}; answers with milliseconds at p50 and p99, one transaction after the other. */
    public static void main(String[] arguments) throws Exception {
        TopicPartition partition = new TopicPartition(arguments[1], 0);
        try (KafkaProducer<byte[], byte[]> producer = producer(arguments[0]);
                KafkaConsumer<byte[], byte[]> consumer = CommittedReader.of(arguments[0])) {
            producer.initTransactions();
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            Lines.serve(words -> {
                Latencies took = new Latencies();
                byte[] value = new byte[Integer.parseInt(words.get(1))];
                for (int number = Integer.parseInt(words.get(0)); number > 0; number--) {
                    long began = System.nanoTime();
                    producer.beginTransaction();
                    producer.send(new ProducerRecord<>(arguments[1], 0, null, value));
                    producer.commitTransaction();
                    while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                        // Until it is there.
                    }
                    took.add(System.nanoTime() - began);
                }
                return took;
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
