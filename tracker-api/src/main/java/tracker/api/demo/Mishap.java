package tracker.api.demo;

import java.time.LocalDate;
import java.util.Locale;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Report;

/** What is wrong with a report at first, and how it is put right. */
enum Mishap {
    NONE(0, 0),
    SLIP(8, 20),
    EVIDENCE(20, 50),
    FINAL(60, 100),
    RETRACT(2, 5);

    private final int soonest;
    private final int latest;

    Mishap(int soonest, int latest) {
        this.soonest = soonest;
        this.latest = latest;
    }

    /** {@code first} is what is reported on {@code day}, {@code truth} what stands in the end. */
    void tell(Script script, Draws draws, SubjectId subject, LocalDate day, Report first, Report truth) {
        script.lead(day, Stage.REPORT, subject, null, new Intent.ReportProgress(first));
        if (this == NONE) {
            return;
        }
        LocalDate later = Script.workday(day.plusDays(draws.between(soonest, latest)));
        String reason = script.notes.one(draws, name().toLowerCase(Locale.ROOT));
        if (this != RETRACT) {
            script.lead(later, Stage.CORRECTION, subject, reason, new Intent.CorrectReport(truth));
            return;
        }
        script.lead(later, Stage.CORRECTION, subject, reason, new Intent.RetractReport(truth.period()));
        LocalDate again = Script.workday(later.plusDays(draws.between(1, 6)));
        script.lead(again, Stage.REPORT, subject, null, new Intent.ReportProgress(truth));
    }
}
