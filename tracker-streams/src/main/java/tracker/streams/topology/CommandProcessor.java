package tracker.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import tracker.streams.codec.EventCodec;
import tracker.streams.codec.InternalJson;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Decider;
import tracker.streams.domain.command.Decision;
import tracker.streams.domain.command.Refusal;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.state.Evolution;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.view.Views;

/** Decides one command after the other. Everything that can fail is worked out before anything is written or sent. */
final class CommandProcessor implements Processor<String, byte[], String, byte[]> {
    private static final InternalJson<Command> COMMANDS = new InternalJson<>(Command.class);
    private static final InternalJson<Result> RESULTS = new InternalJson<>(Result.class);
    private static final InternalJson<SubjectRow> ROWS = new InternalJson<>(SubjectRow.class);
    private static final InternalJson<PlanHead> HEADS = new InternalJson<>(PlanHead.class);

    private final EventCodec codec;
    private final ViewJson viewJson = new ViewJson();
    private final Duration answerRetention;
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, byte[]> subjects;
    private Answers answers;
    private DeadLetters deadLetters;

    CommandProcessor(EventCodec codec, Duration answerRetention) {
        this.codec = codec;
        this.answerRetention = answerRetention;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        subjects = context.getStateStore(CommandTopology.SUBJECTS);
        answers = new Answers(context.getStateStore(CommandTopology.ANSWERS), answerRetention);
        deadLetters = new DeadLetters(context);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Command command;
        Answer answer;
        try {
            command = COMMANDS.decode(record.value());
            if (command == null || !command.subject().key().equals(record.key())) {
                throw new IllegalArgumentException("a command's key is its subject");
            }
            answer = answer(command, Instant.ofEpochMilli(record.timestamp()));
        } catch (RuntimeException unusable) {
            deadLetters.send(record, unusable);
            return;
        }
        answer.writes().forEach(write -> subjects.put(write.key(), write.row()));
        answer.events()
                .forEach(encoded -> context.forward(
                        new Record<>(record.key(), encoded, answer.recordedAt().toEpochMilli()),
                        CommandTopology.EVENT_SINK));
        if (answer.isNew()) {
            answers.remember(command, payloadHash(command), answer.result(), record.timestamp());
        }
        context.forward(
                // The headers go back too: they name the node that waits.
                new Record<>(record.key(), RESULTS.encode(answer.result()), record.timestamp(), record.headers()),
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
        SubjectId planId = SubjectId.ofPlan(command.subject().plan());
        SubjectRow planRow = ROWS.decode(subjects.get(planId.key()));
        SubjectRow row = ROWS.decode(subjects.get(command.subject().key()));
        PlanState plan = planRow == null ? null : (PlanState) planRow.subject();
        Decision decision = Decider.decide(plan, row == null ? null : row.subject(), command, now);
        if (decision instanceof Decision.Refused refused) {
            return Answer.refused(refused(command, refused.refusal()), now);
        }
        return accepted(command, plan, row, ((Decision.Accepted) decision).facts(), now);
    }

    private Answer accepted(Command command, PlanState plan, SubjectRow row, List<Fact> facts, Instant now) {
        String headKey = headKey(command.subject().plan());
        PlanHead head = subjects.get(headKey) == null ? PlanHead.START : HEADS.decode(subjects.get(headKey));
        Instant recordedAt = now.isBefore(head.recordedAt()) ? head.recordedAt() : now;
        Subject subject = row == null ? null : row.subject();
        Hash hash = row == null ? Hash.NONE : row.hash();
        long position = head.position();
        List<byte[]> encoded = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (Fact fact : facts) {
            Event event = new Event(
                    command.id() + "." + (ids.size() + 1),
                    command.subject(),
                    subject == null ? 1 : subject.head().version() + 1,
                    ++position,
                    recordedAt,
                    command.actor(),
                    command.reason(),
                    command.idempotencyKey(),
                    command.id(),
                    hash,
                    fact);
            byte[] bytes = codec.encode(event);
            subject = Evolution.evolve(subject, event);
            hash = EventCodec.hash(bytes);
            encoded.add(bytes);
            ids.add(event.id());
        }
        PlanState planAfter = subject instanceof PlanState changed ? changed : plan;
        String view = Views.of(planAfter, subject)
                .map(shown -> new String(viewJson.encode(shown), java.nio.charset.StandardCharsets.UTF_8))
                .orElse(null);
        Result result = new Result(
                command.id(),
                command.subject(),
                command.actor(),
                new Result.Accepted(subject.head().version(), position, recordedAt, ids, view));
        return new Answer(
                result,
                true,
                recordedAt,
                encoded,
                List.of(
                        new Write(command.subject().key(), ROWS.encode(new SubjectRow(subject, hash))),
                        new Write(headKey, HEADS.encode(new PlanHead(position, recordedAt)))));
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
                command.intent());
        return EventCodec.hash(COMMANDS.encode(payload)).hex();
    }

    /** Cannot be a subject's key: that has two slashes. */
    private static String headKey(String plan) {
        return plan + "/head";
    }

    private record Write(String key, byte[] row) {}

    private record Answer(Result result, boolean isNew, Instant recordedAt, List<byte[]> events, List<Write> writes) {
        static Answer old(Result result, Instant at) {
            return new Answer(result, false, at, List.of(), List.of());
        }

        static Answer refused(Result result, Instant at) {
            return new Answer(result, true, at, List.of(), List.of());
        }
    }
}
