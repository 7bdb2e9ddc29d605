package tracker.api.demo;

import java.time.LocalDate;
import java.util.List;
import tracker.api.tables.Row;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Report;
import tracker.streams.domain.plan.TaskStatus;

/** Half-yearly reports on the named programmes; what none answers for, the planning office reports. */
final class TaskStories {
    private static final int ALLOWANCE_DAYS = 30;

    private final Script script;

    TaskStories(Script script) {
        this.script = script;
    }

    void tell() {
        DemoTables.rows("tasks").forEach(this::tell);
    }

    private void tell(Row story) {
        String id = story.cell("id");
        SubjectId subject = DemoPlan.subject(Kind.TASK, id);
        Draws draws = Draws.of(subject.key());
        List<String> statuses = DemoTables.list(story, "statuses");
        for (int i = 0; i < statuses.size(); i++) {
            Period period = ProjectProfile.period(i + 1);
            LocalDate day = script.sheetDay(draws, subject, period, ALLOWANCE_DAYS, true);
            String note = script.notes.one(draws, "task").replace("{theme}", story.cell("theme"));
            List<Evidence> evidence = draws.percent(60) ? DemoEvidence.of(draws, id, period.toString()) : List.of();
            Report truth = new Report.OfTask(period, Labelled.of(TaskStatus.class, statuses.get(i)), note, evidence);
            Mishap.NONE.tell(script, draws, subject, day, truth, truth);
        }
    }
}
