package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Outcome;
import tracker.api.faults.history.Entry.Read;
import tracker.api.faults.history.Entry.WriteEnded;
import tracker.api.faults.history.Entry.WriteInvoked;
import tracker.streams.domain.event.Hash;

/** A history that is being spoiled at one place, which {@code pick} chooses among those that are fit. */
final class Spoiled {
    /** Behind all that a simulation brings. */
    private static final long LATE = 1_000_000_000;

    private final List<Entry> entries;
    private final int pick;

    Spoiled(List<Entry> entries, int pick) {
        this.entries = new ArrayList<>(entries);
        this.pick = pick;
    }

    List<Entry> entries() {
        return entries;
    }

    <E extends Entry> List<E> all(Class<E> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Does something about one that is fit; false where none is. */
    <E extends Entry> boolean find(Class<E> type, Predicate<E> fit, Consumer<E> then) {
        List<E> found = all(type).stream().filter(fit).toList();
        if (!found.isEmpty()) {
            then.accept(found.get(pick % found.size()));
        }
        return !found.isEmpty();
    }

    /** Whether one was replaced. */
    <E extends Entry> boolean replace(Class<E> type, Predicate<E> fit, Function<E, Entry> by) {
        return find(type, fit, one -> entries.set(entries.indexOf(one), by.apply(one)));
    }

    /** Whether an outcome was replaced. */
    <O extends Outcome> boolean answer(Class<O> type, Function<O, Outcome> by) {
        return replace(
                WriteEnded.class,
                end -> type.isInstance(end.outcome()),
                end -> new WriteEnded(end.write(), end.at(), by.apply(type.cast(end.outcome()))));
    }

    WriteInvoked invoked(long write) {
        return all(WriteInvoked.class).stream()
                .filter(invoked -> invoked.write() == write)
                .findFirst()
                .orElseThrow();
    }

    /** Whether it has a key, under which nothing else was sent. */
    boolean isOnlyOneOfItsKey(long write) {
        WriteInvoked one = invoked(write);
        return one.key() != null
                && all(WriteInvoked.class).stream()
                                .filter(other -> other.subject().equals(one.subject())
                                        && one.key().equals(other.key()))
                                .count()
                        == 1;
    }

    /** The subject's last event; null where it has none. */
    Logged last(String subject) {
        return all(Logged.class).stream()
                .filter(event -> event.subject().equals(subject))
                .reduce((one, next) -> next)
                .orElse(null);
    }

    /** The log goes on with an event that is in itself as it should be. */
    Logged append(String subject, String key) {
        Logged last = last(subject);
        String plan = Entry.planOf(subject);
        long position = 1
                + all(Logged.class).stream()
                        .filter(event -> event.plan().equals(plan))
                        .count();
        Logged event = new Logged(
                position,
                "late." + position,
                "late",
                subject,
                last == null ? 1 : last.version() + 1,
                "hash of late." + position,
                last == null ? Hash.NONE.hex() : last.hash(),
                key);
        entries.add(event);
        return event;
    }

    /** A read behind all others. */
    void read(String subject, Long version) {
        entries.add(new Read("late", LATE - 2, LATE - 1, subject, null, version, null, "late", null));
    }

    /** A write behind all others. */
    void write(String subject, String key, Long expected, Outcome outcome) {
        entries.add(new WriteInvoked(LATE, "late", LATE, subject, key, expected, "late"));
        entries.add(new WriteEnded(LATE, LATE + 1, outcome));
    }
}
