package tracker.streams.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import tracker.streams.domain.Frequency;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.plan.ExpectedLine;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.ProjectStatus;
import tracker.streams.domain.plan.TaskStatus;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.model.Wish.Proof;

/** Random wishes: those that name a period take it from their subject's. */
final class RandomWishes {
    /** A few for each, so that what is reported is often corrected, or taken back. */
    private static final Map<String, List<String>> PERIODS = Map.of(
            "level", List.of("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2021-H1", "2021"),
            "falling", List.of("2021-H1", "2021-H2", "2021-Q2", "2022-H1"),
            "kept", List.of("2021", "2021-H1", "2021-Q4"),
            "yearly", List.of("2021-Q1", "2021-Q2", "2021-Q3", "2021", "2022-Q1"),
            "ranged", List.of("2021-01", "2021-02", "2021-03", "2021-04", "2021-05", "2021-06"),
            "given", List.of("2021-H1", "2021", "2021-12"));

    private static final List<String> PROJECT_PERIODS = List.of("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2021");
    private static final List<String> OTHER_PERIODS =
            List.of("2020-Q4", "2023", "2022-H2", "2022-Q1", "2021-07", "2022-12", "2022", "2021-Q3");
    private static final List<String> VALUES = List.of(
            "10", "0", "1", "2", "2.1", "5", "6", "7", "9.5", "12.50", "19", "19.4", "20", "25", "40", "60", "100",
            "150", "199.9", "200");

    private RandomWishes() {}

    static List<String> periods(String subject) {
        return PERIODS.getOrDefault(subject, PROJECT_PERIODS);
    }

    /** Which of a subject's periods. */
    private static Arbitrary<Function<String, String>> period() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        9,
                        oneOf(0, 1, 2, 3, 4, 5)
                                .map(slot -> subject -> periods(subject)
                                        .get(slot % periods(subject).size()))),
                Tuple.of(1, Arbitraries.of(OTHER_PERIODS).map(period -> subject -> period)));
    }

    static Arbitrary<String> figure() {
        return Arbitraries.frequencyOf(
                Tuple.of(60, Arbitraries.of(VALUES)),
                Tuple.of(12, Arbitraries.integers().between(0, 2500).map(tenths -> tenths / 10 + "." + tenths % 10)),
                Tuple.of(1, oneOf(null, "-1", "1000.1", "1" + "0".repeat(30))));
    }

    /** Of a hundred, mostly. */
    private static Arbitrary<String> share() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, oneOf("10", "20", "5", "0", "30", "40", "50", "75", "90", "100")),
                Tuple.of(1, oneOf("120", "-1")));
    }

    static Arbitrary<Proof> proof() {
        return Arbitraries.frequencyOf(
                Tuple.of(20, oneOf(Proof.NONE)), Tuple.of(12, oneOf(Proof.GOOD)), Tuple.of(1, oneOf(Proof.values())));
    }

    static Arbitrary<Function<String, Wish>> value() {
        Arbitrary<ObservationStatus> status = Arbitraries.frequencyOf(
                Tuple.of(12, oneOf(ObservationStatus.A)),
                Tuple.of(1, oneOf(ObservationStatus.P)),
                Tuple.of(2, oneOf(ObservationStatus.F)),
                Tuple.of(1, oneOf(ObservationStatus.M)));
        Arbitrary<String> unit = Arbitraries.frequencyOf(Tuple.of(25, oneOf(SmallPlan.UNIT)), Tuple.of(1, oneOf("%")));
        return Combinators.combine(period(), figure(), unit, status, proof(), corrects())
                .as((period, value, in, of, proof, corrects) -> subject -> new Wish.Value(
                        period.apply(subject), of == ObservationStatus.M ? null : value, in, of, proof, corrects));
    }

    static Arbitrary<Function<String, Wish>> invested() {
        Arbitrary<String> unit = oneOf(null, SmallPlan.UNIT, null, SmallPlan.UNIT, null, SmallPlan.UNIT, null, "%");
        Arbitrary<ProjectStatus> status = Arbitraries.frequencyOf(
                Tuple.of(2, oneOf((ProjectStatus) null)), Tuple.of(1, Arbitraries.of(ProjectStatus.values())));
        return Combinators.combine(
                        period(), share().injectNull(0.3), unit, share().injectNull(0.3), status, proof(), corrects())
                .as((period, invested, in, percent, of, proof, corrects) -> subject ->
                        new Wish.Invested(period.apply(subject), invested, in, percent, of, proof, corrects));
    }

    static Arbitrary<Function<String, Wish>> doing() {
        return Combinators.combine(period(), Arbitraries.of(TaskStatus.values()), proof(), corrects())
                .as((period, status, proof, corrects) ->
                        subject -> new Wish.Doing(period.apply(subject), status, proof, corrects));
    }

    static Arbitrary<Function<String, Wish>> retraction() {
        return period().map(period -> subject -> new Wish.Retraction(period.apply(subject)));
    }

    private static Arbitrary<Boolean> corrects() {
        return oneOf(false, false, true);
    }

    static Arbitrary<Function<String, Wish>> lead() {
        return whoever(Combinators.combine(oneOf("economy", "works", "nobody"), oneOf(false, true), oneOf(false, true))
                .as(Wish.Lead::new));
    }

    static Arbitrary<Function<String, Wish>> target() {
        Arbitrary<Measure> measure = oneOf(null, null, Measure.LEVEL, Measure.MAINTAIN, Measure.RECURRING);
        return whoever(Combinators.combine(
                        measure,
                        oneOf(null, "4", "60", "200"),
                        oneOf(null, null, "80", "100"),
                        oneOf(null, "0", "2", "30"),
                        oneOf(null, null, "50"))
                .as(Wish.Target::new));
    }

    static Arbitrary<Function<String, Wish>> year() {
        return whoever(Combinators.combine(oneOf(2021, 2022, 2030), oneOf("10", "20", "-1"), oneOf(false, true))
                .as(Wish.Year::new));
    }

    static Arbitrary<Function<String, Wish>> milestone() {
        return whoever(Combinators.combine(oneOf("m1", "m2"), date(), oneOf(false, true))
                .as(Wish.Milestone::new));
    }

    static Arbitrary<Function<String, Wish>> reached() {
        return whoever(
                Combinators.combine(oneOf("m1", "m1", "m2"), date(), proof()).as(Wish.Reached::new));
    }

    private static Arbitrary<LocalDate> date() {
        return oneOf(0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 24).map(LocalDate.of(2021, 1, 31)::plusMonths);
    }

    static Arbitrary<Function<String, Wish>> indicator() {
        Arbitrary<Measure> measure =
                Arbitraries.of(Measure.LEVEL, Measure.MAINTAIN, Measure.RECURRING, Measure.DELEGATED);
        return whoever(Combinators.combine(
                        oneOf(SmallPlan.UNIT, SmallPlan.UNIT, "%", "t"),
                        measure,
                        oneOf("60", "4", "0", null),
                        oneOf(null, ExpectedLine.LINEAR, ExpectedLine.COMPOUND),
                        oneOf(true, true, false))
                .as(Wish.Indicator::new));
    }

    static Arbitrary<Function<String, Wish>> project() {
        return whoever(Combinators.combine(oneOf("100", "50", "0", "-1"), oneOf(true, true, false))
                .as(Wish.Project::new));
    }

    static Arbitrary<Function<String, Wish>> seen() {
        return whoever(Arbitraries.of(WarningRule.values()).map(Wish.Seen::new));
    }

    static Arbitrary<Function<String, Wish>> ofAnyKind() {
        return Arbitraries.oneOf(value(), invested(), doing(), whoever(date().map(Wish.Day::new)));
    }

    private static Arbitrary<Function<String, Wish>> whoever(Arbitrary<? extends Wish> wish) {
        return wish.map(one -> subject -> one);
    }

    static Arbitrary<Function<String, Wish>> rules() {
        Arbitrary<WarningRule> off = Arbitraries.of(WarningRule.values()).injectNull(0.7);
        return whoever(Combinators.combine(
                        oneOf("0.95", "0.8", "1.2"),
                        oneOf("0.60", "0.3"),
                        oneOf(ExpectedLine.LINEAR, ExpectedLine.LINEAR, ExpectedLine.COMPOUND),
                        off,
                        oneOf(null, "core", "projects", "tasks", "industry", "core", "nonsense"),
                        oneOf(null, LocalDate.of(2021, 5, 1), LocalDate.of(2022, 1, 1)),
                        Arbitraries.of(Frequency.values()).injectNull(0.3),
                        oneOf("3", "1", "2", "0").map(Integer::valueOf))
                .as((onTrack, atRisk, line, rule, evidence, due, projects, jump) ->
                        new Wish.Rules(onTrack, atRisk, line, rule, evidence, due, projects, jump)));
    }

    /** Null may be among them. */
    @SafeVarargs
    static <T> Arbitrary<T> oneOf(T... choices) {
        return Arbitraries.integers()
                .between(0, choices.length - 1)
                .withDistribution(RandomDistribution.uniform())
                .map(i -> choices[i]);
    }
}
