package tracker.api.bench.load;

import java.time.Instant;
import tracker.streams.domain.PlainJournal;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.state.Subject;

/** A report that comes to a plan after a year of them, with everything that it is decided on and that comes of it. */
public record OneUpdate(PlainJournal plan, Subject before, Command command, Event event, Subject after) {
    private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");
    private static final int REPORTS = 12;

    public static OneUpdate made() {
        MadePlans made = new MadePlans();
        PlainJournal plan = new PlainJournal(MadePlans.plan(0));
        plan.handle(
                new Command(
                        "zone-0~0",
                        SubjectId.ofPlan(MadePlans.plan(0)),
                        MadePlans.OFFICE,
                        null,
                        null,
                        null,
                        made.registration(0)),
                AT);
        SubjectId subject = made.subject(0, 0);
        for (int month = 0; month < REPORTS; month++) {
            plan.handle(report(made, subject, month), AT);
        }
        Subject before = plan.find(subject);
        Command last = report(made, subject, REPORTS);
        int recorded = plan.events().size();
        plan.handle(last, AT);
        return new OneUpdate(plan, before, last, plan.events().get(recorded), plan.find(subject));
    }

    public Instant at() {
        return AT;
    }

    private static Command report(MadePlans made, SubjectId subject, int month) {
        return new Command(
                "zone-0~" + month,
                subject,
                MadePlans.OFFICE,
                null,
                "key-" + month,
                null,
                new Intent.ReportProgress(made.report(0, month)));
    }
}
