package tracker.streams.domain.event;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Period;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;

/**
 * A judgement of the plan, or of one project's plan for a year ({@code about}: kind/id, null for the plan), with the figures frozen as
 * they stood. {@code verdict} may be null.
 */
public record Assessment(AssessmentKind kind, int year, String about, String verdict, String text, Figures figures) {
    /** The occasions on which a plan is assessed; EXPERT_OPINION is on a project's yearly plan. */
    public enum AssessmentKind implements Labelled {
        YEARLY,
        MID_TERM,
        FINAL,
        EXPERT_OPINION;

        private final String label = Labelled.fromName(this);

        @Override
        public String label() {
            return label;
        }
    }

    /** Everything as it stood after the plan's event at {@code position}. */
    public record Figures(
            long position, List<GoalCounts> goals, List<Investment> investments, List<SubjectFigures> subjects) {
        public Figures {
            goals = List.copyOf(goals);
            investments = List.copyOf(investments);
            subjects = List.copyOf(subjects);
        }
    }

    /** How many of a goal's indicators have each rating; ratings of none are left out. */
    public record GoalCounts(String id, SortedMap<Rating, Integer> ratings) {
        public GoalCounts {
            ratings = Collections.unmodifiableSortedMap(new TreeMap<>(ratings));
        }
    }

    public record Investment(String category, String unit, BigDecimal planned, BigDecimal invested) {}

    /**
     * One subject ({@code subject}: kind/id). Null where it has none: rating, status (a project's or task's label), period, value (an
     * indicator's, or a project's percent complete), unit, completion, expected, pace.
     */
    public record SubjectFigures(
            String subject,
            long version,
            Rating rating,
            String status,
            Period period,
            BigDecimal value,
            String unit,
            BigDecimal completion,
            BigDecimal expected,
            BigDecimal pace,
            List<WarningRule> warnings) {
        public SubjectFigures {
            warnings = List.copyOf(warnings);
        }
    }
}
