package tracker.api.report;

import java.math.BigDecimal;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Period;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.rating.Progress;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.rating.Ratings;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;

/**
 * The frozen figures of one subject, null where it has none. {@code line} names the expected line that they were made with.
 * {@code redefined}: by its definition as it stands they would come out otherwise, and then the line is not known and null.
 */
public record Figure(
        String id,
        Text name,
        Text unit,
        Period period,
        BigDecimal value,
        BigDecimal completion,
        BigDecimal expected,
        BigDecimal pace,
        Rating rating,
        String status,
        String line,
        boolean redefined) {
    static Figure of(SubjectFigures frozen, AsItStands plan) {
        Progress now = today(frozen, plan);
        boolean redefined = now != null
                && !(now.rating() == frozen.rating()
                        && same(now.completion(), frozen.completion())
                        && same(now.expected(), frozen.expected())
                        && same(now.pace(), frozen.pace()));
        return new Figure(
                AsItStands.id(frozen.subject()),
                plan.name(frozen.subject()),
                plan.unit(frozen.unit()),
                frozen.period(),
                frozen.value(),
                frozen.completion(),
                frozen.expected(),
                frozen.pace(),
                frozen.rating(),
                frozen.status(),
                redefined ? null : line(now, plan.subject(frozen.subject())),
                redefined);
    }

    /** Null where there is no way from a baseline to a target. */
    public BulletBar bar() {
        return completion == null || expected == null ? null : BulletBar.of(completion, expected);
    }

    /** What the same value is worth by today's definitions; null where it has no rating. */
    private static Progress today(SubjectFigures frozen, AsItStands plan) {
        Tracked subject = plan.subject(frozen.subject());
        if (subject instanceof IndicatorState indicator) {
            return Ratings.of(plan.definition(), indicator.definition(), frozen.period(), frozen.value());
        }
        if (subject instanceof ProjectState project) {
            return Ratings.of(
                    plan.definition(),
                    project.definition(),
                    Labelled.of(ProjectStatus.class, frozen.status()),
                    frozen.period(),
                    frozen.value());
        }
        return null;
    }

    private static String line(Progress now, Tracked subject) {
        if (now == null || now.line() == null) {
            return null;
        }
        boolean yearly = subject instanceof IndicatorState indicator
                && !indicator.definition().yearlyTargets().isEmpty();
        return yearly ? "yearly-targets" : now.line().label();
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
