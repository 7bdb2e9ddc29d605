package tracker.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.MDC;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.InternalJson;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.RequestId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Handling;
import tracker.streams.domain.command.Refusal;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.view.Views;

/** Decides one command after the other. Everything that can fail is worked out before anything is written or sent. */
final class CommandProcessor implements Processor<String, byte[], String, byte[]> {
    private static final InternalJson<Command> COMMANDS = new InternalJson<>(Command.class);
    private static final InternalJson<Result> RESULTS = new InternalJson<>(Result.class);

    private final EventCodec codec;
    private final ViewJson viewJson = new ViewJson();
    private final Duration answerRetention;
    private final DecisionObserver observer;
    private final TaskListener tasks;
    private final ThreadLocal<CommitPace> pace;
    private final RowCache kept;
    private CommitPace.Task commits;
    private ProcessorContext<String, byte[]> context;
    private CachedRows<SubjectRow> subjects;
    private CachedRows<PlanHead> heads;
    private Answers answers;
    private DeadLetters deadLetters;

    CommandProcessor(
            EventCodec codec,
            Duration answerRetention,
            DecisionObserver observer,
            TaskListener tasks,
            ThreadLocal<CommitPace> pace,
            RowCache kept) {
        this.kept = kept;
        this.tasks = tasks;
        this.pace = pace;
        this.observer = observer;
        this.codec = codec;
        this.answerRetention = answerRetention;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        KeyValueStore<String, byte[]> store = context.getStateStore(CommandTopology.SUBJECTS);
        subjects = new CachedRows<>(store, StoredStates.ROWS, kept);
        heads = new CachedRows<>(store, StoredStates.HEADS, kept);
        answers = new Answers(context.getStateStore(CommandTopology.ANSWERS), answerRetention);
        deadLetters = new DeadLetters(context);
        commits = pace.get().begin(context);
        tasks.begun(context.taskId().partition());
    }

    @Override
    public void close() {
        commits.close();
        subjects.close();
        heads.close();
        tasks.ended(context.taskId().partition());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        CommandHeaders.requestId(record.headers()).ifPresent(id -> MDC.put(RequestId.FIELD, id));
        try {
            process(record, observer.begin(record.headers()));
            commits.worked();
        } finally {
            MDC.remove(RequestId.FIELD);
        }
    }

    private void process(Record<String, byte[]> record, DecisionObserver.Observed observed) {
        Command command;
        Answer answer;
        try {
            command = COMMANDS.decode(record.value());
            if (command == null || !command.subject().key().equals(record.key())) {
                throw new IllegalArgumentException("a command's key is its subject");
            }
            answer = answer(command, Instant.ofEpochMilli(record.timestamp()));
        } catch (RuntimeException unusable) {
            observed.unusable(unusable);
            deadLetters.send(record, unusable);
            return;
        }
        Headers carried = observed.decided(answer.result());
        byte[] result = RESULTS.encode(answer.result());
        answer.rows().forEach(CachedRows.Change::write);
        answer.events()
                .forEach(event -> context.forward(
                        new Record<>(
                                event.subject().key(),
                                event.encoded(),
                                answer.recordedAt().toEpochMilli(),
                                carried),
                        CommandTopology.EVENT_SINK));
        if (answer.isNew()) {
            answers.remember(command, payloadHash(command), result, record.timestamp());
        }
        context.forward(
                // The headers go back too: they name the node that waits.
                new Record<>(record.key(), result, record.timestamp(), CommandHeaders.with(record.headers(), carried)),
                CommandTopology.RESULT_SINK);
    }

    private Answer answer(Command command, Instant now) {
        Answers.Answer earlier = answers.find(command);
        if (earlier != null) {
            return Answer.old(
                    earlier.payloadHash().equals(payloadHash(command))
                            ? earlier.result().repeatedFor(command.id())
                            : refused(command, keyReused()),
                    now);
        }
        StoreJournal journal = new StoreJournal(subjects, heads, codec, command, now);
        Handling.Outcome outcome = Handling.handle(journal, command, journal.now());
        if (outcome.refusal() != null) {
            return Answer.refused(refused(command, outcome.refusal()), !command.dryRun(), now);
        }
        Result result = new Result(
                command.id(), command.subject(), command.actor(), accepted(command, journal, outcome.rows()));
        return command.dryRun()
                ? Answer.old(result, now)
                : new Answer(result, true, journal.recordedAt(), journal.entries(), journal.changedRows());
    }

    private Result.Accepted accepted(Command command, StoreJournal journal, Result.Rows rows) {
        Subject subject = journal.find(command.subject());
        String view = Views.of(journal.plan(), subject)
                .map(shown -> new String(viewJson.encode(shown), StandardCharsets.UTF_8))
                .orElse(null);
        List<String> ids = journal.entries().stream()
                .filter(event -> event.subject().equals(command.subject()))
                .map(StoreJournal.Entry::eventId)
                .toList();
        return new Result.Accepted(
                subject.head().version(), journal.head().position(), journal.recordedAt(), ids, view, rows);
    }

    private static Result refused(Command command, Refusal refusal) {
        return new Result(command.id(), command.subject(), command.actor(), new Result.Refused(refusal));
    }

    private static Refusal keyReused() {
        return Refusal.of(
                Refusal.Code.KEY_REUSED, "这个幂等键已用于另一项内容。", "This idempotency key was used with another payload.");
    }

    /** Who asks is part of it: another department's repetition must not be given this one's answer. */
    private static String payloadHash(Command command) {
        Command payload = new Command(
                "",
                command.subject(),
                new tracker.streams.domain.Actor(
                        command.actor().role(), command.actor().department(), ""),
                null,
                null,
                command.reason(),
                command.simulatedAt(),
                false,
                command.intent());
        return EventCodec.hash(COMMANDS.encode(payload)).hex();
    }

    private record Answer(
            Result result,
            boolean isNew,
            Instant recordedAt,
            List<StoreJournal.Entry> events,
            List<CachedRows.Change<?>> rows) {
        /** Nothing is kept of it. */
        static Answer old(Result result, Instant at) {
            return new Answer(result, false, at, List.of(), List.of());
        }

        static Answer refused(Result result, boolean remembered, Instant at) {
            return new Answer(result, remembered, at, List.of(), List.of());
        }
    }
}
