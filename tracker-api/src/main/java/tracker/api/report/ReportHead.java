package tracker.api.report;

import java.time.Instant;
import java.time.ZoneId;
import tracker.streams.domain.Role;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.state.Subject.AssessmentState;

/**
 * Who judged what, and when. {@code verdict} may be null, {@code department} is null for every role but a department's. {@code position}
 * is that of the figures, {@code namesPosition} that of the names and definitions beside them.
 */
public record ReportHead(
        Text plan,
        boolean simulated,
        ZoneId zone,
        AssessmentKind kind,
        int year,
        String verdict,
        String text,
        Instant recordedAt,
        Role role,
        Text department,
        long position,
        long namesPosition) {
    static ReportHead of(AssessmentState state, AsItStands plan) {
        Assessment assessment = state.assessment();
        return new ReportHead(
                plan.definition().name(),
                plan.definition().simulated(),
                plan.definition().timeZone(),
                assessment.kind(),
                assessment.year(),
                assessment.verdict(),
                assessment.text(),
                state.head().recordedAt(),
                state.by().role(),
                plan.department(state.by().department()),
                assessment.figures().position(),
                plan.position());
    }
}
