package tracker.api.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.streams.codec.InternalJson;
import tracker.streams.codec.UndecodableException;
import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Result;
import tracker.streams.runtime.KafkaClients;
import tracker.streams.runtime.StreamsSettings;
import tracker.streams.topology.PlanPartitioner;
import tracker.streams.topology.Topics;

/** Puts commands on the log and hands each sender its result, which it reads only once committed. */
public final class CommandGateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandGateway.class);
    private static final String REPLY_TO = "tracker.reply-to";
    /** So long the outcome of a command is listened for whose sender waits no more: for those who look on. */
    private static final Duration HEARD_WITHIN = Duration.ofMinutes(10);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
    private static final InternalJson<Command> COMMANDS = new InternalJson<>(Command.class);
    private static final InternalJson<Result> RESULTS = new InternalJson<>(Result.class);

    private final int partitions;
    private final List<CommandObserver> observers;
    private final byte[] address = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, CompletableFuture<Result>> waiting = new ConcurrentHashMap<>();
    private final Thread tail = new Thread(this::tailResults, "tracker-results");
    private volatile boolean closing;

    public CommandGateway(StreamsSettings settings, List<CommandObserver> observers) {
        this.observers = List.copyOf(observers);
        partitions = settings.partitions();
        producer = KafkaClients.producer(settings);
        consumer = KafkaClients.reader(settings);
    }

    /** Begins to listen; whatever is sent after it returns is heard. */
    public void start() {
        List<TopicPartition> all = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            all.add(new TopicPartition(Topics.RESULTS, partition));
        }
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        tail.setDaemon(true);
        tail.start();
    }

    /** An id for a new command: it names the plan, so that the answer can be found later from the id alone. */
    public static String newId(String plan) {
        return plan + "~" + UUID.randomUUID();
    }

    /** An id for a new subject that nobody names. */
    public static String newSubjectId() {
        return UUID.randomUUID().toString();
    }

    /** The same id for the same {@code name}. */
    public static String subjectIdOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The plan in an id that {@link #newId} made; null where it is not of that form. */
    public static String planOf(String commandId) {
        int tilde = commandId.indexOf('~');
        return tilde > 0 && SubjectId.isSlug(commandId.substring(0, tilde)) ? commandId.substring(0, tilde) : null;
    }

    /** A command of a new id. */
    public static Command command(
            SubjectId subject, Actor actor, Long expectedVersion, String idempotencyKey, String reason, Intent intent) {
        return new Command(newId(subject.plan()), subject, actor, expectedVersion, idempotencyKey, reason, intent);
    }

    /**
     * Completes with the command's result once that is committed, or with a {@link java.util.concurrent.TimeoutException} after
     * {@code wait}: the command may then still be carried out. Completes exceptionally at once where it could not be put on the log.
     */
    public CompletableFuture<Result> send(Command command, Duration wait) {
        List<CommandObserver.Sent> observed =
                observers.stream().map(observer -> observer.sending(command)).toList();
        CompletableFuture<Result> result = new CompletableFuture<>();
        waiting.put(command.id(), result);
        String key = command.subject().key();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topics.COMMANDS, PlanPartitioner.partition(key, partitions), key, COMMANDS.encode(command));
        record.headers().add(REPLY_TO, address);
        observed.forEach(one -> one.headers()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8))));
        var noted = result.orTimeout(Math.max(wait.toMillis(), HEARD_WITHIN.toMillis()), TimeUnit.MILLISECONDS)
                .whenComplete((done, fault) -> {
                    waiting.remove(command.id());
                    observed.forEach(one -> one.ended(done, fault));
                });
        var unused = producer.send(record, (metadata, fault) -> {
            if (fault != null) {
                result.completeExceptionally(fault);
            }
        });
        return noted.copy().orTimeout(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            tail.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        producer.close(CLOSE_WITHIN);
    }

    private void tailResults() {
        try (consumer) {
            while (!closing) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::hear);
            }
        } catch (WakeupException closed) {
            LOG.debug("no longer listening for results");
        }
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(REPLY_TO);
        if (header == null || !Arrays.equals(header.value(), address)) {
            return;
        }
        try {
            Result result = RESULTS.decode(record.value());
            CompletableFuture<Result> sender = waiting.get(result.commandId());
            if (sender != null) {
                // Off this thread: what a sender does with its result must not hold up the others.
                sender.completeAsync(() -> result);
            }
        } catch (UndecodableException foreign) {
            LOG.error("unreadable result at {}-{}@{}", record.topic(), record.partition(), record.offset());
        }
    }
}
