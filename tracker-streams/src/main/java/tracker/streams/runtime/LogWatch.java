package tracker.streams.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import tracker.streams.topology.Topics;

/** How the event log fares on the brokers: whether a transaction that nobody ends keeps what was written from being read. */
public final class LogWatch implements AutoCloseable {
    /** As Kafka Streams sets it under exactly-once: the brokers end a transaction by themselves after it. */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

    private static final TopicPartition DEAD_LETTERS = new TopicPartition(Topics.DEAD_LETTERS, 0);

    private final Admin admin;
    private final List<TopicPartition> events;
    private final Clock clock;

    public LogWatch(StreamsSettings settings, Clock clock) {
        this.admin = KafkaClients.admin(settings);
        this.events = IntStream.range(0, settings.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.EVENTS, partition))
                .toList();
        this.clock = clock;
    }

    /** What a look at the brokers gave. */
    public record Reading(List<Partition> partitions, long deadLetters) {}

    /** {@code end} and {@code stable} are offsets: what lies between them is of open transactions, of which {@code late} are overdue. */
    public record Partition(int number, long end, long stable, long late) {}

    public Reading read() {
        Map<TopicPartition, Long> ends = offsets(events, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
        Map<TopicPartition, Long> stable = offsets(events, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, PartitionProducerState> producers =
                await(admin.describeProducers(events).all());
        Instant lateBefore = clock.instant().minus(TRANSACTION_TIMEOUT);
        return new Reading(
                events.stream()
                        .map(one -> new Partition(
                                one.partition(), ends.get(one), stable.get(one), late(producers.get(one), lateBefore)))
                        .toList(),
                deadLetters());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private long deadLetters() {
        List<TopicPartition> one = List.of(DEAD_LETTERS);
        return offsets(one, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED).get(DEAD_LETTERS)
                - offsets(one, OffsetSpec.earliest(), IsolationLevel.READ_COMMITTED)
                        .get(DEAD_LETTERS);
    }

    private static long late(PartitionProducerState producers, Instant before) {
        return producers.activeProducers().stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .filter(producer ->
                        Instant.ofEpochMilli(producer.lastTimestamp()).isBefore(before))
                .count();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> of, OffsetSpec which, IsolationLevel level) {
        var asked = of.stream().collect(Collectors.toMap(Function.identity(), one -> which));
        return await(admin.listOffsets(asked, new ListOffsetsOptions(level)).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T await(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the brokers did not say how the log fares", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
