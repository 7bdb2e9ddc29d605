package tracker.streams.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compacted topic of one partition, as a table that every node holds whole: each row is handed on in the topic's order, on a thread of its
 * own, those of before the start first.
 */
public final class TableTopic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TableTopic.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final TopicPartition partition;
    private final StreamsSettings settings;
    private final BiConsumer<String, byte[]> sink;
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread;
    /** Who waits for what this node has written to be handed on here, by offset. */
    private final ConcurrentNavigableMap<Long, CompletableFuture<Void>> waiting = new ConcurrentSkipListMap<>();

    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private volatile KafkaConsumer<String, byte[]> consumer;
    private volatile long handedOn = -1;
    private volatile boolean closing;

    /** {@code sink} gets each key with its new value, null where the row is gone. */
    public TableTopic(StreamsSettings settings, String topic, BiConsumer<String, byte[]> sink) {
        this.settings = settings;
        this.partition = new TopicPartition(topic, 0);
        this.sink = sink;
        this.producer = KafkaClients.producer(settings);
        this.thread = new Thread(this::read, topic);
    }

    /** Does not wait: {@link #caughtUp()} says when all that was there at the start has been handed on. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    public CompletableFuture<Void> caughtUp() {
        return caughtUp.copy();
    }

    /** Completes once every replica in sync has it and it was handed on here. Null takes the row away. */
    public CompletableFuture<Void> put(String key, byte[] value) {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        producer.send(new ProducerRecord<>(partition.topic(), 0, key, value), (sent, failed) -> {
            if (failed == null) {
                waiting.put(sent.offset(), seen);
                // It may have come back before it was known to be sent.
                answer();
            } else {
                seen.completeExceptionally(failed);
            }
        });
        return seen;
    }

    @Override
    public void close() {
        closing = true;
        KafkaConsumer<String, byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSE_WITHIN);
    }

    private void read() {
        try (KafkaConsumer<String, byte[]> reading = KafkaClients.reader(settings)) {
            consumer = reading;
            reading.assign(List.of(partition));
            reading.seekToBeginning(List.of(partition));
            Long end = null;
            while (!closing) {
                try {
                    end = end == null ? reading.endOffsets(List.of(partition)).get(partition) : end;
                    reading.poll(caughtUp.isDone() ? POLL : POLL.dividedBy(10)).forEach(this::handOn);
                    if (!caughtUp.isDone() && reading.position(partition) >= end) {
                        caughtUp.complete(null);
                    }
                } catch (WakeupException closed) {
                    return;
                } catch (KafkaException fault) {
                    // A broker's, most likely: the next round tries again.
                    LOG.warn("{} cannot be read: {}", partition.topic(), fault.getMessage());
                }
            }
        }
    }

    private void handOn(ConsumerRecord<String, byte[]> record) {
        try {
            sink.accept(record.key(), record.value());
        } catch (RuntimeException unusable) {
            LOG.error("unusable row at {}-{}@{}", record.topic(), record.partition(), record.offset(), unusable);
        }
        handedOn = record.offset();
        answer();
    }

    private void answer() {
        ConcurrentNavigableMap<Long, CompletableFuture<Void>> answered = waiting.headMap(handedOn, true);
        // Off this thread: who waits must not hold up the table.
        answered.values().forEach(waiter -> waiter.completeAsync(() -> null));
        answered.clear();
    }
}
