package tracker.streams.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import tracker.streams.codec.InternalJson;
import tracker.streams.topology.Topics;

/** What all nodes are told by one record of a key: the last one holds, after a restart too. Polled by one thread. */
final class ControlTopic<T> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final TopicPartition PARTITION = new TopicPartition(Topics.CONTROL, 0);

    private final String key;
    private final InternalJson<T> json;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    /** Who waits for what this node has published to be applied here, by offset. */
    private final ConcurrentNavigableMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();

    private volatile long polled = -1;

    ControlTopic(StreamsSettings settings, String key, Class<T> type) {
        this.key = key;
        this.json = new InternalJson<>(type);
        this.producer = KafkaClients.producer(settings);
        this.consumer = KafkaClients.reader(settings);
    }

    /** What holds now; empty where nobody has said anything yet. To be called once, before {@link #poll}. */
    Optional<T> readToEnd() {
        consumer.assign(List.of(PARTITION));
        consumer.seekToBeginning(List.of(PARTITION));
        long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        T last = null;
        while (consumer.position(PARTITION) < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                last = key.equals(record.key()) ? json.decode(record.value()) : last;
            }
        }
        return Optional.ofNullable(last);
    }

    /** Hands on what has come since. What {@code sink} fails at is handed on again the next time. */
    void poll(Consumer<T> sink) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            try {
                if (key.equals(record.key())) {
                    sink.accept(json.decode(record.value()));
                }
            } catch (RuntimeException failed) {
                consumer.seek(PARTITION, record.offset());
                throw failed;
            }
            polled = record.offset();
            answer();
        }
    }

    /** Completes once it is applied on this node. */
    CompletableFuture<Void> publish(T value) {
        CompletableFuture<Void> applied = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(Topics.CONTROL, 0, key, json.encode(value)), (sent, failed) -> {
            if (failed == null) {
                waiting.put(sent.offset(), applied);
                // It may have come back before it was known to be sent.
                answer();
            } else {
                applied.completeExceptionally(failed);
            }
        });
        return applied;
    }

    /** Completes once the brokers have it, whether or not it is applied here. */
    Future<RecordMetadata> send(T value) {
        return producer.send(new ProducerRecord<>(Topics.CONTROL, 0, key, json.encode(value)));
    }

    private void answer() {
        ConcurrentNavigableMap<Long, CompletableFuture<Void>> answered = waiting.headMap(polled, true);
        answered.values().forEach(waiter -> waiter.complete(null));
        answered.clear();
    }

    @Override
    public void close() {
        producer.close(POLL);
        consumer.close();
    }
}
