package tracker.api.faults.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.Entry.Read;

/** Reads show what is in the log, at least what their tokens promise, no less than before, and of the past always the same. */
final class ReadCheck implements Check {
    private record Question(String subject, String asOf) {}

    @Override
    public void check(History history, Consumer<Violation> found) {
        Map<Question, Read> past = new HashMap<>();
        Progress progress = new Progress();
        for (Read read : history.reads()) {
            dirty(read, history.log(), found);
            if (read.isOfNow()) {
                promised(read, history.log(), found);
                progress.add(read);
            } else {
                Read before = past.putIfAbsent(new Question(read.subject(), read.asOf()), read);
                if (before != null && !before.digest().equals(read.digest())) {
                    found.accept(new Violation.PastChanged(before, read));
                }
            }
        }
        progress.check(found);
    }

    private static void dirty(Read read, FinalLog log, Consumer<Violation> found) {
        boolean version = isShown(read.version()) && log.version(read.subject(), read.version()) == null;
        boolean position =
                isShown(read.position()) && log.position(Entry.planOf(read.subject()), read.position()) == null;
        if (version || position) {
            found.accept(new Violation.DirtyRead(read, null));
        }
    }

    private static boolean isShown(Long number) {
        return number != null && number > 0;
    }

    private static void promised(Read read, FinalLog log, Consumer<Violation> found) {
        if (read.token() == null) {
            return;
        }
        Logged promised = log.latest(read.subject(), read.token());
        boolean version = promised != null && read.version() != null && read.version() < promised.version();
        boolean position = read.position() != null && read.position() < read.token();
        if (version || position) {
            found.accept(new Violation.WriteUnseen(read, promised));
        }
    }
}
