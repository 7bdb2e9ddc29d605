package tracker.api.demo;

import java.time.LocalDate;
import java.util.List;
import tracker.api.tables.Row;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Assessment.AssessmentKind;

/** What is said of the plan: by the public, by the planning office that assesses it, and by experts. */
final class Voices {
    private final Script script;

    Voices(Script script) {
        this.script = script;
    }

    void tell() {
        List<Row> feedback = DemoTables.rows("feedback");
        for (int i = 0; i < feedback.size(); i++) {
            feedback(i + 1, feedback.get(i));
        }
        DemoTables.rows("assessments").forEach(this::assessment);
    }

    /** Posted, looked at within days, and answered within weeks by whoever answers for the subject (through the planning office). */
    private void feedback(int number, Row row) {
        SubjectId subject = DemoPlan.subject(Kind.FEEDBACK, "f-%03d".formatted(number));
        Draws draws = Draws.of(subject.key());
        LocalDate day = LocalDate.parse(row.cell("day"));
        script.by(poster(row), day, subject, new Intent.PostFeedback(row.cell("about"), row.cell("text")));
        if (row.cell("published") == null) {
            return;
        }
        LocalDate moderated = Script.workday(day.plusDays(draws.between(1, 5)));
        boolean published = Boolean.parseBoolean(row.cell("published"));
        script.by(DemoDepartments.OFFICE, moderated, subject, new Intent.ModerateFeedback(published));
        if (row.cell("answer") != null) {
            LocalDate answered = Script.workday(moderated.plusDays(draws.between(3, 15)));
            script.by(DemoDepartments.OFFICE, answered, subject, new Intent.AnswerFeedback(row.cell("answer")));
        }
    }

    /** A visitor, or a department that assists with the subject. */
    private static Actor poster(Row row) {
        return row.cell("by") == null
                ? new Actor(Role.PUBLIC, null, "demo-visitor")
                : DemoDepartments.member(row.cell("by"));
    }

    private void assessment(Row row) {
        String about = row.cell("about");
        AssessmentKind kind = Labelled.of(AssessmentKind.class, row.cell("kind"));
        int year = DemoTables.integer(row, "year", 0);
        String id = kind.label() + "-" + year + (about == null ? "" : "-" + about.substring(about.indexOf('/') + 1));
        script.office(
                LocalDate.parse(row.cell("day")),
                Stage.ASSESSMENT,
                DemoPlan.subject(Kind.ASSESSMENT, id),
                null,
                new Intent.RecordAssessment(kind, year, about, row.cell("verdict"), row.cell("text")));
    }
}
