package tracker.api.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tracker.api.audit.AuditKeys;
import tracker.api.audit.LogReader;
import tracker.streams.audit.SignedNote;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.command.Result;
import tracker.streams.runtime.KafkaClients;
import tracker.streams.runtime.StateTopics;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.runtime.TopicReader;
import tracker.streams.topology.Answers;
import tracker.streams.topology.Topics;

/**
 * Takes everything that cannot be made anew into a directory: the log with its checkpoints, what was answered lately, dead letters, evidence,
 * keys. The tracker may run meanwhile; what is taken is what was committed when the log was read.
 */
public final class Backup {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final StreamsSettings settings;
    private final Installation installation;
    private final EventCodec codec;
    private final Clock clock;
    private final TopicReader topics;

    public Backup(StreamsSettings settings, Installation installation, EventCodec codec, Clock clock) {
        this.settings = settings;
        this.installation = installation;
        this.codec = codec;
        this.clock = clock;
        this.topics = new TopicReader(settings);
    }

    /** {@code log} is what the log is called. {@link BackupRefusedException} where it was altered, or the directory is not empty. */
    public Manifest take(Path path, String log) throws IOException {
        BackupDirectory directory = BackupDirectory.create(path);
        AuditKeys keys = AuditKeys.of(installation.dataDirectory(), log);
        try (LogCopy copy = new LogCopy(directory.log(), log, settings.partitions(), codec, clock.instant());
                KeptTopics.Writer kept = new KeptTopics(directory.topics()).writer(topics);
                KafkaProducer<String, byte[]> producer = KafkaClients.producer(settings)) {
            // Before the log: how far a webhook is must not lie behind the log's end.
            kept.write(Topics.WEBHOOKS, 1);
            kept.write(Topics.DEAD_LETTERS, 1);
            topics.read(
                    Topics.CHECKPOINTS, partitions(), record -> copy.checkpoint(record.partition(), record.value()));
            new LogReader(settings).read(partitions(), copy::event);
            long events = copy.finish(
                    keys.signers(), clock.instant(), (partition, note) -> publish(producer, log, partition, note));
            kept.write(
                    Topics.CHECKPOINTS,
                    settings.partitions(),
                    record -> copy.covers(record.partition(), record.value()));
            awaitAnswers(copy);
            kept.write(StateTopics.ANSWERS, settings.partitions(), record -> isOfTheLog(record, copy));
            kept.close();
            copy.close();
            installation.copyTo(directory);
            Manifest manifest = new Manifest(log, settings.partitions(), clock.instant(), events, directory.digests());
            directory.finish(manifest);
            return manifest;
        }
    }

    private List<Integer> partitions() {
        return IntStream.range(0, settings.partitions()).boxed().toList();
    }

    private static void publish(KafkaProducer<String, byte[]> producer, String log, int partition, SignedNote note)
            throws IOException {
        Sending sending = new Sending(producer);
        sending.send(new ProducerRecord<>(
                Topics.CHECKPOINTS, partition, log, note.encoded().getBytes(StandardCharsets.UTF_8)));
        sending.finish();
    }

    /**
     * An event and the answer to its command are committed together, but the brokers show them one a moment before the other. Answers are in the
     * log's order: with the last one, all are there.
     */
    private void awaitAnswers(LogCopy copy) throws IOException {
        long end = System.nanoTime() + ANSWERED_WITHIN.toNanos();
        Set<String> missing = new HashSet<>();
        partitions().stream()
                .map(partition -> copy.states(partition).lastCommand())
                .filter(command -> command != null)
                .map(Answers::row)
                .forEach(missing::add);
        while (!missing.isEmpty()) {
            topics.read(StateTopics.ANSWERS, partitions(), record -> missing.remove(record.key()));
            if (!missing.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IOException("the last commands' answers are not there after " + ANSWERED_WITHIN);
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }

    /** What was answered since the log was read is not of this backup. */
    private static boolean isOfTheLog(ConsumerRecord<String, byte[]> record, LogCopy copy) {
        if (!Answers.isAnswer(record.key()) || record.value() == null) {
            return true;
        }
        Result result = Answers.decode(record.value()).result();
        return !(result.outcome() instanceof Result.Accepted accepted)
                || accepted.position()
                        <= copy.states(record.partition())
                                .position(result.subject().plan());
    }
}
