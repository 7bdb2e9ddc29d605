package tracker.streams.domain.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tracker.streams.domain.Text;
import tracker.streams.domain.plan.Category;
import tracker.streams.domain.plan.Collection;
import tracker.streams.domain.plan.Department;
import tracker.streams.domain.plan.Goal;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Tracked;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;
import tracker.streams.domain.supervision.Duties;
import tracker.streams.domain.supervision.Duty;
import tracker.streams.domain.view.RollUp.Line;
import tracker.streams.domain.view.RollUp.Parts;

/** Puts subjects of a plan together, by what holds them together. Pure functions of a {@link PlanSnapshot}; empty where there is no such group. */
public final class RollUps {
    private RollUps() {}

    public static Optional<RollUp> goal(PlanSnapshot snapshot, String id) {
        Predicate<Tracked> which =
                isIndicator(indicator -> id.equals(indicator.definition().goal()));
        return nameOf(snapshot.plan().definition().goals(), Goal::id, Goal::name, id)
                .map(name -> rollUp(snapshot, "goal", id, name, which, null));
    }

    public static Optional<RollUp> category(PlanSnapshot snapshot, String id) {
        Predicate<Tracked> which = subject -> subject instanceof ProjectState project
                && project.definition().category().equals(id);
        return nameOf(snapshot.plan().definition().categories(), Category::id, Category::name, id)
                .map(name -> rollUp(snapshot, "category", id, name, which, null));
    }

    /** What the department leads. */
    public static Optional<RollUp> department(PlanSnapshot snapshot, String id) {
        Predicate<Tracked> which = subject -> subject.responsibility() != null
                && subject.responsibility().lead().equals(id);
        return nameOf(snapshot.plan().definition().departments(), Department::id, Department::name, id)
                .map(name -> rollUp(snapshot, "department", id, name, which, null));
    }

    /** What nobody leads, or nobody but an example department. */
    public static RollUp unassigned(PlanSnapshot snapshot) {
        return rollUp(
                snapshot,
                "unassigned",
                "all",
                new Text("尚未落实责任单位", "Not yet assigned"),
                subject -> subject.responsibility() == null
                        || subject.responsibility().provisional(),
                null);
    }

    /** {@code id} is the owner's Chinese name. */
    public static Optional<RollUp> owner(PlanSnapshot snapshot, String id) {
        Predicate<Tracked> owned = subject -> subject instanceof ProjectState project
                && project.definition().owner().zh().equals(id);
        return snapshot.tracked()
                .filter(owned)
                .findFirst()
                .map(subject -> ((ProjectState) subject).definition().owner())
                .map(name -> rollUp(snapshot, "owner", id, name, owned, null));
    }

    /** Every owner, without the projects. */
    public static List<RollUp> owners(PlanSnapshot snapshot) {
        return snapshot.tracked()
                .filter(ProjectState.class::isInstance)
                .map(subject -> ((ProjectState) subject).definition().owner().zh())
                .distinct()
                .sorted()
                .map(owner -> owner(snapshot, owner).orElseThrow())
                .toList();
    }

    /** An industry and its parts. */
    public static Optional<RollUp> industry(PlanSnapshot snapshot, String id) {
        return industryIndicators(snapshot)
                .filter(indicator -> indicator.head().id().id().equals(id))
                .findFirst()
                .map(whole -> {
                    List<IndicatorState> parts = industryIndicators(snapshot)
                            .filter(part -> id.equals(part.definition().parent()))
                            .toList();
                    Parts sums = parts.isEmpty() ? null : IndustryParts.of(whole, parts);
                    return rollUp(
                            snapshot,
                            "industry",
                            id,
                            whole.definition().name(),
                            isIndicator(i -> i.equals(whole) || parts.contains(i)),
                            sums);
                });
    }

    /** All industries; the sums are of those that are no part of another. */
    public static RollUp industries(PlanSnapshot snapshot) {
        List<IndicatorState> tops = industryIndicators(snapshot)
                .filter(indicator -> indicator.definition().parent() == null)
                .toList();
        return rollUp(
                snapshot,
                "industries",
                "all",
                new Text("产业", "Industries"),
                isIndicator(i -> i.definition().collection() == Collection.INDUSTRY),
                tops.isEmpty() ? null : IndustryParts.of(null, tops));
    }

    private static <T> Optional<Text> nameOf(
            List<T> among, Function<T, String> idOf, Function<T, Text> nameOf, String id) {
        return among.stream()
                .filter(one -> idOf.apply(one).equals(id))
                .findFirst()
                .map(nameOf);
    }

    private static Stream<IndicatorState> industryIndicators(PlanSnapshot snapshot) {
        return snapshot.tracked()
                .filter(IndicatorState.class::isInstance)
                .map(IndicatorState.class::cast)
                .filter(indicator -> indicator.definition().collection() == Collection.INDUSTRY);
    }

    private static Predicate<Tracked> isIndicator(Predicate<IndicatorState> which) {
        return subject -> subject instanceof IndicatorState indicator && which.test(indicator);
    }

    private static RollUp rollUp(
            PlanSnapshot snapshot, String group, String id, Text name, Predicate<Tracked> which, Parts parts) {
        SortedMap<Rating, Integer> ratings = new TreeMap<>();
        SortedMap<String, Integer> statuses = new TreeMap<>();
        SortedMap<WarningRule, Integer> warnings = new TreeMap<>();
        SortedMap<Duty.State, Integer> discipline = new TreeMap<>();
        List<Line> items = new ArrayList<>();
        for (Tracked subject : snapshot.tracked().filter(which).toList()) {
            Line line = line(snapshot, subject);
            items.add(line);
            count(ratings, line.rating());
            count(statuses, line.status());
            line.warnings().forEach(rule -> count(warnings, rule));
            Duties.of(snapshot.plan(), subject)
                    .forEach(duty -> count(discipline, duty.on(snapshot.plan().day())));
        }
        Head latest = snapshot.latest();
        return new RollUp(
                Standing.ofPlan(snapshot.plan(), latest),
                group,
                id,
                name,
                items.size(),
                ratings,
                statuses,
                investment(items),
                warnings,
                discipline,
                parts,
                items);
    }

    private static <K> void count(Map<K, Integer> counts, K what) {
        if (what != null) {
            counts.merge(what, 1, Integer::sum);
        }
    }

    private static List<PlanView.Investment> investment(List<Line> items) {
        SortedMap<String, BigDecimal> planned = new TreeMap<>();
        SortedMap<String, BigDecimal> invested = new TreeMap<>();
        for (Line item : items) {
            if (item.planned() != null) {
                planned.merge(item.unit(), item.planned(), BigDecimal::add);
                invested.merge(
                        item.unit(), item.invested() == null ? BigDecimal.ZERO : item.invested(), BigDecimal::add);
            }
        }
        return planned.entrySet().stream()
                .map(sum -> PlanView.Investment.of(sum.getKey(), sum.getValue(), invested.get(sum.getKey())))
                .toList();
    }

    private static Line line(PlanSnapshot snapshot, Tracked subject) {
        View view = Views.of(snapshot.plan(), subject).orElseThrow();
        Head head = subject.head();
        String name = head.id().name();
        String lead = subject.responsibility() == null
                ? null
                : subject.responsibility().lead();
        List<WarningRule> warnings = List.copyOf(subject.warnings().keySet());
        if (view instanceof View.IndicatorView of) {
            return new Line(
                    name,
                    head.id().kind(),
                    head.id().id(),
                    of.name(),
                    head.version(),
                    head.position(),
                    lead,
                    of.rating(),
                    null,
                    of.period(),
                    of.value(),
                    of.unit(),
                    of.completion(),
                    of.expected(),
                    of.pace(),
                    null,
                    null,
                    warnings);
        }
        if (view instanceof View.ProjectView of) {
            return new Line(
                    name,
                    head.id().kind(),
                    head.id().id(),
                    of.name(),
                    head.version(),
                    head.position(),
                    lead,
                    of.rating(),
                    of.status().label(),
                    of.period(),
                    null,
                    of.unit(),
                    of.completion(),
                    of.expected(),
                    of.pace(),
                    of.investment(),
                    of.invested(),
                    warnings);
        }
        View.TaskView of = (View.TaskView) view;
        return new Line(
                name,
                head.id().kind(),
                head.id().id(),
                of.name(),
                head.version(),
                head.position(),
                lead,
                null,
                of.status().label(),
                of.period(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                warnings);
    }
}
