package tracker.api.report;

import java.util.List;
import tracker.streams.domain.event.Assessment.AssessmentKind;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.view.PlanSnapshot;

/**
 * What an assessment's page says. Every figure is the one that was frozen with the assessment; only names and definitions are those of
 * the plan as it stands. Either {@code plan} or, for an expert opinion, {@code project} is there, the other null.
 */
public record AssessmentReport(ReportHead head, PlanPart plan, ProjectPart project) {
    /** {@code others} are the plan's assessments; those recorded before this one of the plan as a whole make its trend. */
    public static AssessmentReport of(AssessmentState assessment, PlanSnapshot snapshot, List<AssessmentState> others) {
        AsItStands plan = new AsItStands(snapshot);
        ReportHead head = ReportHead.of(assessment, plan);
        return assessment.assessment().kind() == AssessmentKind.EXPERT_OPINION
                ? new AssessmentReport(head, null, ProjectPart.of(assessment.assessment(), plan))
                : new AssessmentReport(head, PlanPart.of(assessment, plan, others), null);
    }
}
