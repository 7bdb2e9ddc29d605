package tracker.api.report;

import static tracker.streams.domain.Figures.CONTEXT;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tracker.streams.domain.Figures;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Assessment;
import tracker.streams.domain.event.Assessment.Investment;
import tracker.streams.domain.event.Assessment.SubjectFigures;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.state.Tracked.ProjectState;

/** The projects of a plan: how many stand how, what was invested of what was planned, and which are behind (the slowest first). */
public record ProjectsPart(
        int count,
        SortedMap<ProjectStatus, Integer> statuses,
        Counts ratings,
        List<InvestmentRow> investments,
        List<InvestmentRow> totals,
        List<BehindRow> behind) {
    public ProjectsPart {
        statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    }

    /** {@code category} is null in the total of a unit, {@code share} where nothing was planned. */
    public record InvestmentRow(Text category, Text unit, BigDecimal planned, BigDecimal invested, BigDecimal share) {}

    /** {@code owner} is null where the plan has no such project any more. */
    public record BehindRow(Figure figure, Text owner, AsItStands.Lead lead) {}

    static ProjectsPart of(Assessment.Figures figures, AsItStands plan) {
        List<SubjectFigures> projects = figures.subjects().stream()
                .filter(of -> of.subject().startsWith("project/"))
                .toList();
        SortedMap<ProjectStatus, Integer> statuses = new TreeMap<>();
        projects.forEach(of -> Stream.of(ProjectStatus.values())
                .filter(status -> status.label().equals(of.status()))
                .forEach(status -> statuses.merge(status, 1, Integer::sum)));
        return new ProjectsPart(
                projects.size(),
                statuses,
                Counts.of(projects),
                investments(figures.investments(), plan),
                totals(figures.investments(), plan),
                projects.stream()
                        .filter(of -> Counts.isBehind(of.rating()))
                        .sorted(Comparator.comparing(
                                        SubjectFigures::pace, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(SubjectFigures::subject))
                        .map(of -> behind(of, plan))
                        .toList());
    }

    /** What the table of investments shows. */
    public List<InvestmentRow> investmentsAndTotals() {
        return Stream.concat(investments.stream(), totals.stream()).toList();
    }

    static InvestmentRow row(Text category, Investment of, AsItStands plan) {
        return new InvestmentRow(
                category,
                plan.unit(of.unit()),
                of.planned(),
                of.invested(),
                of.planned().signum() > 0 ? Figures.result(of.invested().divide(of.planned(), CONTEXT)) : null);
    }

    private static List<InvestmentRow> investments(List<Investment> frozen, AsItStands plan) {
        return frozen.stream()
                .map(of -> row(plan.category(of.category()), of, plan))
                .toList();
    }

    /** Of each unit that more than one category has: units never mix. */
    private static List<InvestmentRow> totals(List<Investment> frozen, AsItStands plan) {
        SortedMap<String, List<Investment>> byUnit = new TreeMap<>();
        frozen.forEach(of ->
                byUnit.computeIfAbsent(of.unit(), unit -> new ArrayList<>()).add(of));
        return byUnit.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> row(null, same.stream().reduce(ProjectsPart::sum).orElseThrow(), plan))
                .toList();
    }

    private static Investment sum(Investment one, Investment other) {
        return new Investment(
                null,
                one.unit(),
                one.planned().add(other.planned()),
                one.invested().add(other.invested()));
    }

    private static BehindRow behind(SubjectFigures of, AsItStands plan) {
        Text owner = plan.subject(of.subject()) instanceof ProjectState project
                ? project.definition().owner()
                : null;
        return new BehindRow(Figure.of(of, plan), owner, plan.lead(of.subject()));
    }
}
