package tracker.api.view;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.view.Calendar;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.RollUps;

/** Everything that readers can be answered of a plan, by question: the version, and the bytes as text. */
final class Answers {
    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate TO = LocalDate.of(2024, 1, 1);

    private final PlanReads reads;
    private final Map<String, String> answers = new TreeMap<>();

    private Answers(PlanReads reads) {
        this.reads = reads;
    }

    static Map<String, String> of(PlanReads reads) {
        Answers all = new Answers(reads);
        all.ofThePlan();
        PlanSnapshot snapshot = reads.snapshot();
        snapshot.subjects().forEach(all::ofSubject);
        // It may come to be in the course of a history.
        all.put("late", reads.one(new SubjectId(snapshot.plan().head().id().plan(), Kind.INDICATOR, "late")));
        return all.answers;
    }

    static String text(Versioned answer) {
        return answer.version() + " " + new String(answer.json(), StandardCharsets.UTF_8);
    }

    private void ofThePlan() {
        answers.put("position", String.valueOf(reads.position()));
        answers.put("state", reads.plan().toString());
        put("overview", Optional.of(reads.overview()));
        for (Kind kind : Kind.values()) {
            if (kind != Kind.PLAN) {
                put("all of " + kind.label(), reads.all(kind));
            }
        }
        put("warnings", reads.warnings());
        put("roll-ups", reads.derived(snapshot -> Optional.of(rollUps(snapshot))));
    }

    private void ofSubject(Subject subject) {
        SubjectId id = subject.head().id();
        answers.put(id + " state", subject.toString());
        put(id.name(), reads.one(id));
        put(id.name() + " history", reads.history(id, 0, Integer.MAX_VALUE));
        put(id.name() + " second page", reads.history(id, 2, 3));
        put(id.name() + " series", reads.series(id));
        if (subject instanceof Tracked tracked) {
            tracked.reports()
                    .keySet()
                    .forEach(period -> put(id.name() + " report " + period, reads.report(id, period)));
        }
    }

    /** As the routes make them. */
    private static List<Object> rollUps(PlanSnapshot snapshot) {
        return Arrays.asList(
                RollUps.goal(snapshot, "strength").orElse(null),
                RollUps.goal(snapshot, "life").orElse(null),
                RollUps.category(snapshot, "industry").orElse(null),
                RollUps.category(snapshot, "roads").orElse(null),
                RollUps.department(snapshot, "economy").orElse(null),
                RollUps.department(snapshot, "works").orElse(null),
                RollUps.industries(snapshot),
                RollUps.industry(snapshot, "kept").orElse(null),
                RollUps.owners(snapshot),
                RollUps.owner(snapshot, "公司").orElse(null),
                RollUps.unassigned(snapshot),
                Calendar.of(snapshot, null, FROM, TO),
                Calendar.of(snapshot, "economy", FROM, TO));
    }

    private void put(String question, Optional<Versioned> answer) {
        answers.put(question, answer.map(Answers::text).orElse("none"));
    }

    private void put(String question, List<byte[]> list) {
        StringBuilder text = new StringBuilder();
        list.forEach(
                item -> text.append(new String(item, StandardCharsets.UTF_8)).append('\n'));
        answers.put(question, text.toString());
    }
}
