package tracker.streams.domain.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.MilestoneState;
import tracker.streams.domain.state.Tracked.ProjectState;

/** Milestones are planned once, reached once, and planned anew by an adjustment; that they are missed follows from the day. */
final class Milestones {
    private Milestones() {}

    static Decision decide(PlanState plan, Tracked subject, Intent intent, Instant now) {
        if (!(subject instanceof ProjectState project)) {
            return Decider.unknownSubject();
        }
        if (intent instanceof Intent.PlanMilestone planned) {
            List<FieldError> errors = DefinitionRules.errors(plan.definition(), planned.milestone());
            return errors.isEmpty()
                            && project.milestones()
                                    .containsKey(planned.milestone().id())
                    ? Decider.adjustmentRequired()
                    : Decider.checked(errors, new Fact.MilestonePlanned(planned.milestone()));
        }
        Intent.ReachMilestone reached = (Intent.ReachMilestone) intent;
        MilestoneState milestone = project.milestones().get(reached.milestone());
        if (milestone == null) {
            return Decider.unknownSubject();
        }
        if (milestone.reachedOn() != null) {
            return Decision.refuse(
                    Code.MILESTONE_REACHED,
                    "该里程碑已于 " + milestone.reachedOn() + " 达成。",
                    "This milestone was reached on " + milestone.reachedOn() + ".");
        }
        List<FieldError> errors = new ArrayList<>();
        if (reached.reachedOn().isAfter(Handling.today(plan, now))) {
            errors.add(FieldError.of("/reachedOn", "in-future", "日期尚未到来。", "That day has not come yet."));
        }
        if (reached.value() != null) {
            ReportRules.bounded(errors, "/value", reached.value(), null, null);
        }
        Texts.check(errors, "/note", reached.note(), ReportRules.MAX_NOTE);
        EvidenceRules.check(errors, reached.evidence());
        return Decider.checked(
                errors,
                new Fact.MilestoneReached(
                        reached.milestone(), reached.reachedOn(), reached.value(), reached.note(), reached.evidence()));
    }
}
