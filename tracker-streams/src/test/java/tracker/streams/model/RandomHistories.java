package tracker.streams.model;

import static tracker.streams.model.RandomWishes.oneOf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.model.Op.By;
import tracker.streams.model.Wish.Proof;

/** Random histories of the {@link SmallPlan}: most of it might happen, some of it must not. The simplest choice stands first: to it things shrink. */
public final class RandomHistories {
    private static final int DAY = 24;
    /** Built once: it is costly to compare, which is done for every history. */
    private static final Arbitrary<Op> OPERATION = operation();

    private RandomHistories() {}

    static Arbitrary<List<Op>> upTo(int operations) {
        return OPERATION.list().ofMinSize(1).ofMaxSize(operations).withSizeDistribution(RandomDistribution.uniform());
    }

    /** One step, of which histories are made. */
    public static Arbitrary<Op> operations() {
        return OPERATION;
    }

    private static Arbitrary<Op> operation() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        5,
                        oneOf(1, 20, DAY, 31 * DAY, 31 * DAY, 92 * DAY, 200 * DAY, -30)
                                .map(Op.Wait::new)),
                Tuple.of(4, turn()),
                Tuple.of(24, send()),
                Tuple.of(5, mend()),
                Tuple.of(1, series()),
                Tuple.of(1, same()),
                Tuple.of(2, Combinators.combine(by(By.OFFICE), some()).as(Op.See::new)),
                Tuple.of(2, Combinators.combine(oneOf(0, 0, 1, -1), send()).as(Op.Expecting::new)),
                Tuple.of(2, batch()),
                Tuple.of(
                        2,
                        Combinators.combine(oneOf(1, 2, 3, 4), oneOf(false, false, true))
                                .as(Op.Again::new)));
    }

    private static Arbitrary<Op> turn() {
        return Combinators.combine(by(By.CLOCK), oneOf(0, 0, 0, 0, -1, 1, -40)).as(Op.Turn::new);
    }

    private static Arbitrary<Op> batch() {
        Arbitrary<List<Op.Send>> items = send().list().ofMinSize(1).ofMaxSize(5);
        return Combinators.combine(by(By.OFFICE), oneOf(true, false), items).as(Op.Batch::new);
    }

    private static Arbitrary<Op> same() {
        return Combinators.combine(by(By.OFFICE), some(), oneOf(true, false)).as(Op.Same::new);
    }

    /** Values for one period after the other, so that there is something usual. */
    private static Arbitrary<Op> series() {
        Arbitrary<List<String>> values =
                RandomWishes.figure().list().ofMinSize(3).ofMaxSize(6);
        return Combinators.combine(oneOf("ranged", "level", "yearly"), values).as((subject, figures) -> {
            List<String> periods = RandomWishes.periods(subject);
            List<Op.Send> items = new ArrayList<>();
            for (int i = 0; i < Math.min(figures.size(), periods.size()); i++) {
                Wish value = new Wish.Value(
                        periods.get(i), figures.get(i), SmallPlan.UNIT, ObservationStatus.A, Proof.NONE, false);
                items.add(new Op.Send(By.OFFICE, subject, value, null));
            }
            return new Op.Batch(By.OFFICE, false, items);
        });
    }

    private static Arbitrary<Op> mend() {
        Arbitrary<String> value = RandomWishes.figure().injectNull(0.5);
        Arbitrary<ObservationStatus> status = oneOf(ObservationStatus.A, ObservationStatus.A, ObservationStatus.F);
        return Combinators.combine(by(By.OFFICE), some(), value, status, RandomWishes.proof())
                .as(Op.Mend::new);
    }

    private static Arbitrary<Integer> some() {
        return oneOf(0, 1, 2, 3, 5, 7, 11);
    }

    private static Arbitrary<Op.Send> send() {
        Arbitrary<String> indicator = Arbitraries.of(SmallPlan.INDICATORS);
        Arbitrary<String> project = Arbitraries.of(SmallPlan.PROJECTS);
        Arbitrary<String> any = Arbitraries.frequencyOf(
                Tuple.of(12, indicator),
                Tuple.of(7, project),
                Tuple.of(3, oneOf("T1")),
                Tuple.of(1, oneOf("late", "P9", "T9")));
        Arbitrary<String> targeted = Arbitraries.frequencyOf(Tuple.of(6, indicator), Tuple.of(1, project));
        Arbitrary<String> defined = Arbitraries.frequencyOf(Tuple.of(5, indicator), Tuple.of(1, oneOf("late")));
        return Arbitraries.frequencyOf(
                Tuple.of(16, office(indicator, RandomWishes.value())),
                Tuple.of(9, office(project, RandomWishes.invested())),
                Tuple.of(2, office(oneOf("T1"), RandomWishes.doing())),
                Tuple.of(4, office(any, RandomWishes.retraction())),
                Tuple.of(2, office(any, RandomWishes.lead())),
                Tuple.of(2, office(targeted, RandomWishes.target())),
                Tuple.of(1, office(project, RandomWishes.year())),
                Tuple.of(3, office(oneOf("P1", "P2", "P1", "T1"), RandomWishes.milestone())),
                Tuple.of(2, office(project, RandomWishes.reached())),
                Tuple.of(3, office(any, RandomWishes.seen())),
                Tuple.of(2, office(defined, RandomWishes.indicator())),
                Tuple.of(1, office(oneOf("P1", "P3", "P9"), RandomWishes.project())),
                Tuple.of(3, office(oneOf("plan", "plan", "plan", "plan", "level"), RandomWishes.rules())),
                Tuple.of(1, office(any, RandomWishes.ofAnyKind())));
    }

    /** The planning office's, mostly. */
    private static Arbitrary<Op.Send> office(Arbitrary<String> subject, Arbitrary<Function<String, Wish>> wish) {
        Arbitrary<String> reason =
                Arbitraries.frequencyOf(Tuple.of(9, oneOf("because")), Tuple.of(1, oneOf((String) null)));
        return Combinators.combine(by(By.OFFICE), subject, wish, reason)
                .as((by, named, of, why) -> new Op.Send(by, named, of.apply(named), why));
    }

    private static Arbitrary<By> by(By usual) {
        return Arbitraries.frequencyOf(
                Tuple.of(16, oneOf(usual)), Tuple.of(3, oneOf(By.ECONOMY)), Tuple.of(1, oneOf(By.values())));
    }
}
