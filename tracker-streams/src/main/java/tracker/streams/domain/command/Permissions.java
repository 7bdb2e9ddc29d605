package tracker.streams.domain.command;

import tracker.streams.domain.Actor;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.plan.Responsibility;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;

/** Who may do what to which subject: domain.md, "Who may do what". */
final class Permissions {
    private Permissions() {}

    /** {@code subject} is null where it does not exist yet. */
    static boolean mayAct(Subjects subjects, Subject subject, Command command) {
        Intent intent = command.intent();
        boolean turnsDay = intent instanceof Intent.TurnDay;
        return switch (command.actor().role()) {
            // The days of a real plan are turned by the clock, and by nobody else.
            case PLANNING_OFFICE -> !turnsDay || isSimulated(subjects.plan());
            case SYSTEM -> turnsDay;
            case DEPARTMENT ->
                (intent instanceof Intent.Leading && leads(subject, command.actor()))
                        || (intent instanceof Intent.PostFeedback post && takesPart(subjects, post, command));
            case PUBLIC -> intent instanceof Intent.PostFeedback;
            case AUDITOR, DASHBOARD, OPERATOR -> false;
        };
    }

    private static boolean isSimulated(PlanState plan) {
        return plan != null && plan.definition().simulated();
    }

    private static boolean leads(Subject subject, Actor actor) {
        Responsibility responsibility = Subject.responsibility(subject);
        return responsibility != null && responsibility.lead().equals(actor.department());
    }

    /** Assisting units comment on what they assist with. */
    private static boolean takesPart(Subjects subjects, Intent.PostFeedback post, Command command) {
        SubjectId about =
                post.about() == null ? null : Handling.named(command.subject().plan(), post.about());
        Subject subject = about == null ? null : subjects.find(about);
        Responsibility responsibility = Subject.responsibility(subject);
        return leads(subject, command.actor())
                || (responsibility != null
                        && responsibility.assisting().contains(command.actor().department()));
    }
}
