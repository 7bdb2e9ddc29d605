package tracker.api.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.GoalCounts;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.IndicatorDefinition;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Subject.AssessmentState;
import tracker.streams.domain.state.Tracked.IndicatorState;

/** An assessment of a plan as a whole. {@code columns} are the ratings that some goal's indicator has. */
public record PlanPart(
        List<Rating> columns,
        List<GoalRow> goals,
        List<Group> groups,
        List<Laggard> laggards,
        ProjectsPart projects,
        Trend trend) {
    /** A goal and the ratings of its indicators. */
    public record GoalRow(Text name, Counts counts) {}

    /** The indicators of a goal, or, where {@code goal} is null, those of a collection that stand under no goal. */
    public record Group(Text goal, Collection collection, List<IndicatorRow> rows) {}

    /** The baseline and target are those of the definition as it stands; {@code targetHigh} is null but for a range. */
    public record IndicatorRow(
            Figure figure, Text unit, BigDecimal baseline, BigDecimal target, BigDecimal targetHigh) {}

    /** Whether any of its figures would come out otherwise by today's definitions. */
    public boolean redefined() {
        return Stream.concat(
                        groups.stream().flatMap(group -> group.rows().stream()).map(IndicatorRow::figure),
                        projects.behind().stream().map(ProjectsPart.BehindRow::figure))
                .anyMatch(Figure::redefined);
    }

    static PlanPart of(AssessmentState state, AsItStands plan, List<AssessmentState> others) {
        Assessment.Figures figures = state.assessment().figures();
        List<GoalRow> goals = goals(figures.goals(), plan);
        return new PlanPart(
                Counts.used(goals.stream().map(GoalRow::counts).toList()),
                goals,
                groups(figures.subjects(), plan),
                Laggard.of(figures.subjects(), plan),
                ProjectsPart.of(figures, plan),
                Trend.of(state, plan, others));
    }

    /** In the plan's order; those that the plan does not name any more come last. */
    private static List<GoalRow> goals(List<GoalCounts> frozen, AsItStands plan) {
        List<GoalRow> rows = new ArrayList<>();
        List<Goal> known = plan.definition().goals();
        for (Goal goal : known) {
            frozen.stream()
                    .filter(counts -> counts.id().equals(goal.id()))
                    .forEach(counts -> rows.add(new GoalRow(goal.name(), new Counts(counts.ratings()))));
        }
        frozen.stream()
                .filter(counts -> known.stream().noneMatch(goal -> goal.id().equals(counts.id())))
                .forEach(counts ->
                        rows.add(new GoalRow(new Text(counts.id(), counts.id()), new Counts(counts.ratings()))));
        return rows;
    }

    private static List<Group> groups(List<SubjectFigures> subjects, AsItStands plan) {
        List<Group> groups = new ArrayList<>();
        for (Goal goal : plan.definition().goals()) {
            groups.add(new Group(
                    goal.name(), null, rows(subjects, plan, of -> goal.id().equals(of.goal()))));
        }
        for (Collection collection : Collection.values()) {
            groups.add(new Group(
                    null,
                    collection,
                    rows(
                            subjects,
                            plan,
                            of -> of.collection() == collection
                                    && (of.goal() == null || !plan.definition().hasGoal(of.goal())))));
        }
        groups.removeIf(group -> group.rows().isEmpty());
        return List.copyOf(groups);
    }

    private static List<IndicatorRow> rows(
            List<SubjectFigures> subjects, AsItStands plan, Predicate<IndicatorDefinition> which) {
        return subjects.stream()
                .flatMap(frozen -> plan.subject(frozen.subject()) instanceof IndicatorState indicator
                                && which.test(indicator.definition())
                        ? Stream.of(row(frozen, indicator.definition(), plan))
                        : Stream.empty())
                .toList();
    }

    private static IndicatorRow row(SubjectFigures frozen, IndicatorDefinition definition, AsItStands plan) {
        return new IndicatorRow(
                Figure.of(frozen, plan),
                plan.unit(frozen.unit()),
                definition.baseline(),
                definition.target(),
                definition.targetHigh());
    }
}
