package tracker.api.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tracker.streams.audit.LoggedEvent;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.runtime.TopicReader;
import tracker.streams.topology.Topics;

/** Reads the event log as it lies in Kafka, not as the views have copied it. */
public final class LogReader {
    private final TopicReader topics;

    public LogReader(StreamsSettings settings) {
        this.topics = new TopicReader(settings);
    }

    /** Takes one record after the other. */
    @FunctionalInterface
    public interface Sink {
        void accept(LoggedEvent event) throws IOException;
    }

    public TopicReader.Ends ends(Collection<Integer> partitions) {
        return topics.ends(Topics.EVENTS, partitions);
    }

    /** Hands on what is committed now, in each partition's order, at constant memory. Brokers that fall silent are an exception. */
    public void read(Collection<Integer> partitions, Sink sink) throws IOException {
        read(ends(partitions), sink);
    }

    /** The same of what was committed when these were the {@link #ends}. */
    public void read(TopicReader.Ends ends, Sink sink) throws IOException {
        Map<Integer, Long> next = new HashMap<>();
        topics.read(ends, record -> sink.accept(logged(record, next.merge(record.partition(), 1L, Long::sum) - 1)));
    }

    private static LoggedEvent logged(ConsumerRecord<String, byte[]> record, long index) {
        return LoggedEvent.of(
                record.partition(),
                index,
                Instant.ofEpochMilli(record.timestamp()),
                record.key() == null ? "" : record.key(),
                record.value() == null ? new byte[0] : record.value());
    }
}
