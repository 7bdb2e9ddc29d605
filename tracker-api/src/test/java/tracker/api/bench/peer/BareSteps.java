package tracker.api.bench.peer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What Kafka itself takes for the steps of an update, with nothing done between them: a command is produced and read; in one transaction with
 * its offset an event, a result and two changelogs' rows are written; the committed result is read.
 */
public final class BareSteps {
    public static final int PARTITIONS = 5;

    private static final int COMMANDS = 0;
    private static final int RESULTS = 2;

    private BareSteps() {}

    /** Arguments: brokers, a topic of {@value #PARTITIONS} partitions. */
    public static void main(String[] arguments) throws Exception {
        String topic = arguments[1];
        Thread worker = new Thread(() -> work(arguments[0], topic), "worker");
        worker.setDaemon(true);
        worker.start();
        try (KafkaProducer<byte[], byte[]> producer = producer(arguments[0], Map.of());
                KafkaConsumer<byte[], byte[]> results = OneByOne.reader(arguments[0], topic, RESULTS)) {
            OneByOne.serve(results, value -> producer.send(new ProducerRecord<>(topic, COMMANDS, null, value)));
        }
    }

    private static void work(String bootstrap, String topic) {
        try (KafkaProducer<byte[], byte[]> producer =
                        producer(bootstrap, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "bare-steps"));
                KafkaConsumer<byte[], byte[]> commands = OneByOne.reader(bootstrap, topic, COMMANDS)) {
            producer.initTransactions();
            while (true) {
                for (ConsumerRecord<byte[], byte[]> command : commands.poll(Duration.ofSeconds(1))) {
                    producer.beginTransaction();
                    for (int partition = 1; partition < PARTITIONS; partition++) {
                        producer.send(new ProducerRecord<>(topic, partition, null, command.value()));
                    }
                    producer.sendOffsetsToTransaction(
                            Map.of(new TopicPartition(topic, COMMANDS), new OffsetAndMetadata(command.offset() + 1)),
                            new ConsumerGroupMetadata("bare-steps"));
                    producer.commitTransaction();
                }
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap, Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(more);
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
