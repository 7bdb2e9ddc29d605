package tracker.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients beside the Streams applications: each is made here, with what all of them must have. */
public final class KafkaClients {
    /** Of all that is put on the log: rows of state are JSON, of which this leaves a fraction, for less time than the disk would take for the rest. */
    static final String COMPRESSION = "lz4";

    private KafkaClients() {}

    /** Sends at once, and calls sent only what every replica in sync has. */
    public static KafkaProducer<String, byte[]> producer(StreamsSettings settings) {
        Map<String, Object> config = shared(settings);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, settings.maxMessageBytes());
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** Reads committed records of partitions that it is assigned, and keeps no offsets. */
    public static KafkaConsumer<String, byte[]> reader(StreamsSettings settings) {
        Map<String, Object> config = shared(settings);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return new Reader(config);
    }

    /** Closed, it does not wait for a fetch that is under way, which lasts half a second where there is nothing more to be read. */
    private static final class Reader extends KafkaConsumer<String, byte[]> {
        Reader(Map<String, Object> config) {
            super(config, new StringDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void close() {
            close(CloseOptions.timeout(Duration.ZERO));
        }
    }

    public static Admin admin(StreamsSettings settings) {
        return Admin.create(shared(settings));
    }

    private static Map<String, Object> shared(StreamsSettings settings) {
        Map<String, Object> config = new HashMap<>(settings.client());
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return config;
    }
}
