package tracker.api.faults.history;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.StreamItem;
import tracker.api.faults.history.Entry.StreamOpened;

/** A stream brings every event of the log once and in order, however often it is resumed. */
final class StreamCheck implements Check {
    @Override
    public void check(History history, Consumer<Violation> found) {
        history.streams().forEach((stream, entries) -> check(stream, entries, history.log(), found));
    }

    private static void check(String stream, List<Entry> entries, FinalLog log, Consumer<Violation> found) {
        Course course = null;
        for (Entry entry : entries) {
            if (entry instanceof StreamOpened opened) {
                course = course == null ? new Course(opened, log, found) : course;
                course.resume(opened.after());
            } else if (course == null) {
                throw new IllegalArgumentException("an item of a stream that was not opened: " + entry);
            } else {
                course.take((StreamItem) entry);
            }
        }
        if (course != null) {
            course.leftOut(stream);
        }
    }

    private static final class Course {
        private final String plan;
        private final FinalLog log;
        private final Consumer<Violation> found;
        private final NavigableSet<Long> received = new TreeSet<>();
        private final NavigableSet<Long> missing = new TreeSet<>();
        private long last;

        private Course(StreamOpened opened, FinalLog log, Consumer<Violation> found) {
            this.plan = opened.plan();
            this.log = log;
            this.found = found;
            last = opened.after();
        }

        /** Who resumes from further back is told again, and what was left out stays so; who resumes from what never came has missed it. */
        private void resume(long after) {
            received.tailSet(after, false).clear();
            passOver(after);
            last = after;
        }

        private void take(StreamItem item) {
            Logged logged = log.position(plan, item.position());
            if (logged == null
                    || !logged.id().equals(item.eventId())
                    || !logged.hash().equals(item.hash())) {
                found.accept(new Violation.DirtyRead(item, logged));
            }
            if (!received.add(item.position())) {
                found.accept(new Violation.StreamTwice(item));
            } else if (item.position() <= last) {
                missing.remove(item.position());
                found.accept(new Violation.StreamOutOfOrder(item));
            }
            passOver(item.position() - 1);
            last = Math.max(last, item.position());
        }

        /** What is not in the log either cannot be missing; the log ends somewhere, whatever positions are claimed. */
        private void passOver(long end) {
            for (long position = last + 1; position <= Math.min(end, log.lastPosition(plan)); position++) {
                missing.add(position);
            }
        }

        private void leftOut(String stream) {
            for (long position : missing) {
                Logged event = log.position(plan, position);
                if (event != null) {
                    found.accept(new Violation.StreamLeftOut(stream, event));
                }
            }
        }
    }
}
