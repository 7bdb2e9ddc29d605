package tracker.api.faults.history;

import java.util.List;
import java.util.function.Predicate;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome.Answered;
import tracker.api.faults.history.Entry.Outcome.Refused;
import tracker.api.faults.history.Entry.Read;
import tracker.api.faults.history.Entry.StreamItem;
import tracker.api.faults.history.Entry.WriteEnded;
import tracker.api.faults.history.Entry.WriteInvoked;
import tracker.api.http.Problem;

/** A way to spoil a correct history, and what is then to be found in it, among other things perhaps. */
enum Mutation {
    AN_ANSWERED_EVENT_VANISHES(Violation.LostWrite.class, history -> {
        List<String> answered = history.all(WriteEnded.class).stream()
                .filter(end -> end.outcome() instanceof Answered)
                .flatMap(end -> ((Answered) end.outcome()).eventIds().stream())
                .toList();
        return history.find(Logged.class, event -> answered.contains(event.id()), event -> history.entries()
                .remove(event));
    }),
    AN_ANSWER_NAMES_ANOTHER_VERSION(
            Violation.AlteredWrite.class,
            history -> history.answer(
                    Answered.class,
                    answer -> new Answered(answer.eventIds(), answer.version() + 1, answer.position()))),
    A_KEY_IS_LOGGED_AGAIN(
            Violation.DoubledWrite.class,
            history -> history.find(
                    Logged.class, event -> event.key() != null, event -> history.append(event.subject(), event.key()))),
    A_VERSION_IS_SKIPPED(
            Violation.NumberMissing.class,
            history -> history.replace(
                    Logged.class, event -> true, event -> numbered(event, event.position(), event.version() + 1_000))),
    A_POSITION_IS_TAKEN_TWICE(
            Violation.NumberTwice.class,
            history -> history.replace(
                    Logged.class,
                    event -> event.position() > 1,
                    event -> numbered(event, event.position() - 1, event.version()))),
    A_HASH_CHANGES(
            Violation.ChainBroken.class,
            history -> history.replace(
                    Logged.class,
                    event -> !event.equals(history.last(event.subject())),
                    event -> new Logged(
                            event.position(),
                            event.id(),
                            event.command(),
                            event.subject(),
                            event.version(),
                            "another hash",
                            event.previousHash(),
                            event.key()))),
    ANOTHER_WINS_ON_THE_SAME_VERSION(Violation.TwoWinners.class, history -> {
        List<String> keys = history.all(Logged.class).stream().map(Logged::key).toList();
        return history.find(
                WriteInvoked.class,
                write -> write.expected() != null && write.key() != null && keys.contains(write.key()),
                write -> accept(history, write.subject(), write.expected()));
    }),
    ONE_IS_ACCEPTED_ON_A_VERSION_TO_COME(
            Violation.UnexpectedVersion.class, history -> accept(history, "p/indicator/I01", 1_000L)),
    ONE_IS_STALE_THAT_CANNOT_BE(
            Violation.FalselyStale.class,
            history -> history.find(Logged.class, event -> event.equals(history.last(event.subject())), last -> {
                history.read(last.subject(), last.version());
                history.write(last.subject(), "late", last.version(), stale());
            })),
    A_REFUSED_ONE_IS_LOGGED(
            Violation.RefusedButLogged.class,
            history -> history.find(
                    WriteEnded.class,
                    end -> end.outcome() instanceof Refused refused
                            && refused.problem().equals(stale().problem())
                            && history.isOnlyOneOfItsKey(end.write()),
                    end -> {
                        WriteInvoked write = history.invoked(end.write());
                        history.append(write.subject(), write.key());
                    })),
    A_STALE_ONE_IS_TOLD_OF_NO_VERSION(
            Violation.DirtyRefusal.class,
            history -> history.answer(Refused.class, refused -> new Refused(stale().problem(), 1_000L))),
    A_READ_IS_BEHIND_ITS_TOKEN(
            Violation.WriteUnseen.class,
            history -> history.replace(
                    Read.class,
                    read -> read.token() != null && read.isOfNow(),
                    read -> shown(read, read.version(), read.token() - 1))),
    A_READ_SHOWS_A_VERSION_TO_COME(
            Violation.DirtyRead.class,
            history -> history.replace(Read.class, read -> true, read -> shown(read, 1_000L, read.position()))),
    A_CLIENT_IS_SHOWN_LESS(
            Violation.WentBack.class,
            history -> history.find(Read.class, read -> read.isOfNow() && read.version() > 0, read -> {
                long later = read.endedAt() + 1;
                history.entries()
                        .add(new Read(read.client(), later, later + 1, read.subject(), null, 0L, null, "", null));
            })),
    THE_PAST_CHANGES(
            Violation.PastChanged.class,
            history -> history.find(Read.class, read -> !read.isOfNow(), read -> {
                history.entries()
                        .add(new Read(
                                "late",
                                read.endedAt(),
                                read.endedAt() + 1,
                                read.subject(),
                                null,
                                read.version(),
                                read.position(),
                                "another digest",
                                read.asOf()));
            })),
    AN_ITEM_HAS_ANOTHER_HASH(
            Violation.DirtyRead.class,
            history -> history.replace(
                    StreamItem.class,
                    item -> true,
                    item -> new StreamItem(item.stream(), item.at(), item.position(), item.eventId(), "another hash"))),
    AN_ITEM_COMES_AGAIN(
            Violation.StreamTwice.class,
            history -> history.find(
                    StreamItem.class, item -> true, item -> history.entries().add(item))),
    AN_ITEM_COMES_LATE(
            Violation.StreamOutOfOrder.class,
            history -> history.find(StreamItem.class, isNotLast(history), item -> {
                history.entries().remove(item);
                history.entries().add(item);
            })),
    AN_ITEM_IS_LEFT_OUT(
            Violation.StreamLeftOut.class,
            history -> history.find(StreamItem.class, isNotLast(history), item -> history.entries()
                    .remove(item)));

    private final Class<? extends Violation> brings;
    private final Predicate<Spoiled> spoil;

    Mutation(Class<? extends Violation> brings, Predicate<Spoiled> spoil) {
        this.brings = brings;
        this.spoil = spoil;
    }

    Class<? extends Violation> brings() {
        return brings;
    }

    /** Whether the history had a place for it. */
    boolean spoils(Spoiled history) {
        return spoil.test(history);
    }

    private static Logged numbered(Logged event, long position, long version) {
        return new Logged(
                position,
                event.id(),
                event.command(),
                event.subject(),
                version,
                event.hash(),
                event.previousHash(),
                event.key());
    }

    private static Read shown(Read read, Long version, Long position) {
        return new Read(
                read.client(),
                read.invokedAt(),
                read.endedAt(),
                read.subject(),
                read.token(),
                version,
                position,
                read.digest(),
                read.asOf());
    }

    private static boolean accept(Spoiled history, String subject, Long expected) {
        Logged event = history.append(subject, "late");
        history.write(subject, "late", expected, new Answered(List.of(event.id()), event.version(), event.position()));
        return true;
    }

    private static Refused stale() {
        return new Refused(Problem.Type.STALE_VERSION.uri(), null);
    }

    /** Whether its stream goes on behind it. */
    private static Predicate<StreamItem> isNotLast(Spoiled history) {
        return item -> history.all(StreamItem.class).stream()
                .anyMatch(later -> later.stream().equals(item.stream()) && later.position() > item.position());
    }
}
