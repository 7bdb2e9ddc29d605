package tracker.streams.domain.command;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import tracker.streams.domain.event.Cause;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.state.OpenWarning;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.MilestoneState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.supervision.Warnings;

/** What follows for a subject from what has just been recorded, of it or of its plan: a status changed, milestones missed, warnings. */
final class Consequences {
    private Consequences() {}

    /** {@code before} is null for a new subject. */
    static void record(Journal journal, Tracked before, Tracked after) {
        Tracked subject = after;
        if (before instanceof ProjectState was && after instanceof ProjectState is) {
            subject = projects(journal, was, is);
        }
        warnings(journal, subject);
    }

    private static Tracked projects(Journal journal, ProjectState before, ProjectState after) {
        ProjectState project = after;
        if (before.status() != after.status()) {
            project = (ProjectState) journal.record(
                    after.head().id(), new Fact.ProjectStatusChanged(before.status(), after.status()), null);
        }
        for (MilestoneState milestone : after.milestones().values()) {
            boolean passed = journal.plan().day() != null
                    && milestone.plan().due().isBefore(journal.plan().day());
            if (passed && milestone.open()) {
                project = (ProjectState) journal.record(
                        after.head().id(),
                        new Fact.MilestoneMissed(
                                milestone.plan().id(), milestone.plan().due()),
                        null);
            }
        }
        return project;
    }

    private static void warnings(Journal journal, Tracked subject) {
        SortedMap<WarningRule, Cause> causes = Warnings.of(journal.plan(), subject);
        SortedMap<WarningRule, OpenWarning> open = subject.warnings();
        Set<WarningRule> rules = EnumSet.noneOf(WarningRule.class);
        rules.addAll(causes.keySet());
        rules.addAll(open.keySet());
        for (WarningRule rule : rules) {
            Fact fact = change(rule, open.get(rule), causes.get(rule));
            if (fact != null) {
                journal.record(subject.head().id(), fact, null);
            }
        }
    }

    /** Null where nothing has changed. */
    private static Fact change(WarningRule rule, OpenWarning open, Cause cause) {
        if (open == null) {
            return new Fact.WarningRaised(rule, cause);
        }
        if (cause == null) {
            return new Fact.WarningCleared(rule);
        }
        return isNews(rule, open.cause(), cause) ? new Fact.WarningUpdated(rule, cause) : null;
    }

    /** A warning is of one thing: that it goes on, with later figures, is no news. */
    private static boolean isNews(WarningRule rule, Cause known, Cause cause) {
        return switch (rule) {
            case BEHIND -> known.rating() != cause.rating();
            case OVERSPEND, NO_TARGET -> false;
            case STALE, EVIDENCE_MISSING, MILESTONE_OVERDUE ->
                !known.periods().equals(cause.periods()) || !known.milestones().equals(cause.milestones());
            case DROP, JUMP ->
                !known.periods().equals(cause.periods())
                        || !same(known.value(), cause.value())
                        || !same(known.limit(), cause.limit());
        };
    }

    /** Figures that say the same with other zeros are the same. */
    private static boolean same(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return one.compareTo(other) == 0;
    }
}
