package tracker.api.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import tracker.api.CommittedReader;
import tracker.api.faults.clients.Auditor;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.history.Entry.Logged;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.event.Event;

/** The log as anybody reads it from the brokers, past the tracker. */
final class KafkaLog {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final String bootstrap;
    private final EventCodec codec = new EventCodec();

    KafkaLog(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** The events of the plan that are committed now. */
    List<Logged> read() {
        List<Logged> log = new ArrayList<>();
        TopicPartition partition = Cluster.events();
        try (KafkaConsumer<byte[], byte[]> consumer = CommittedReader.of(bootstrap)) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Event event = codec.decode(record.value());
                    if (event.subject().plan().equals(Cluster.PLAN)) {
                        log.add(logged(event, record.value()));
                    }
                }
            }
        }
        return log;
    }

    private static Logged logged(Event event, byte[] encoded) {
        return new Logged(
                event.position(),
                event.id(),
                event.commandId(),
                event.subject().key(),
                event.version(),
                EventCodec.hash(encoded).hex(),
                event.previousHash().hex(),
                Auditor.given(event.idempotencyKey()));
    }
}
