package tracker.api.faults.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import tracker.api.faults.history.Entry.Read;

/** How far each client has been shown its subjects and plans. Reads that overlap may show what they like of each other. */
final class Progress {
    private final Map<Course, List<Read>> versions = new LinkedHashMap<>();
    private final Map<Course, List<Read>> positions = new LinkedHashMap<>();

    /** What one client saw of one subject or plan. */
    private record Course(String client, String of) {}

    void add(Read read) {
        if (read.version() != null) {
            add(versions, new Course(read.client(), read.subject()), read);
        }
        if (read.position() != null) {
            add(positions, new Course(read.client(), Entry.planOf(read.subject())), read);
        }
    }

    private static void add(Map<Course, List<Read>> courses, Course course, Read read) {
        courses.computeIfAbsent(course, unseen -> new ArrayList<>()).add(read);
    }

    void check(Consumer<Violation> found) {
        versions.values().forEach(reads -> check(reads, Read::version, found));
        positions.values().forEach(reads -> check(reads, Read::position, found));
    }

    private static void check(List<Read> reads, Function<Read, Long> shown, Consumer<Violation> found) {
        List<Read> byEnd = new ArrayList<>(reads);
        byEnd.sort(Comparator.comparingLong(Read::endedAt));
        List<Read> byBeginning = new ArrayList<>(reads);
        byBeginning.sort(Comparator.comparingLong(Read::invokedAt));
        Read highest = null;
        int ended = 0;
        for (Read read : byBeginning) {
            while (ended < byEnd.size() && byEnd.get(ended).endedAt() < read.invokedAt()) {
                Read over = byEnd.get(ended++);
                highest = highest == null || shown.apply(over) > shown.apply(highest) ? over : highest;
            }
            if (highest != null && shown.apply(read) < shown.apply(highest)) {
                found.accept(new Violation.WentBack(highest, read));
            }
        }
    }
}
