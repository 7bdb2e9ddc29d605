package tracker.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.plan.WarningRule;
import tracker.streams.domain.rating.Rating;
import tracker.streams.domain.state.Verdicts;
import tracker.streams.domain.view.PlanSnapshot;
import tracker.streams.domain.view.PlanView;
import tracker.streams.domain.view.RollUps;
import tracker.streams.topology.LiveViews;
import tracker.streams.topology.Pipeline;

/** The whole demonstration through both topologies. */
class DemoHistoryTest {
    /** Long after the history: the log's own time has no part in it. */
    private static final Instant SENT_AT = Instant.parse("2026-11-24T00:00:00Z");

    private static final Pipeline PIPELINE = new Pipeline();
    private static final LiveViews VIEWS = new LiveViews();
    private static List<Command> commands;
    private static List<Result> results;
    private static List<Event> events;
    private static PlanSnapshot snapshot;

    @BeforeAll
    static void play() {
        long began = System.nanoTime();
        commands = DemoHistory.commands();
        long written = System.nanoTime();
        results = commands.stream()
                .map(command -> PIPELINE.send(command, SENT_AT))
                .toList();
        VIEWS.apply(PIPELINE.log);
        long played = System.nanoTime();
        events = PIPELINE.events();
        snapshot = VIEWS.snapshot(DemoPlan.ID);
        System.out.printf(
                "demonstration: %d commands, %d events; written in %d ms, played in %d ms%n",
                commands.size(),
                events.size(),
                Duration.ofNanos(written - began).toMillis(),
                Duration.ofNanos(played - written).toMillis());
        System.out.println("facts: " + counted(events, event -> event.fact().type()));
        System.out.println("ratings: " + ratings());
    }

    @AfterAll
    static void close() {
        PIPELINE.close();
        VIEWS.close();
    }

    @Test
    void nothingIsRefused() {
        assertThat(results).allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Result.Accepted.class));
        assertThat(VIEWS.deadLetters()).isZero();
    }

    @Test
    void isOfTheSizeThatLoadsFast() {
        assertThat(commands).hasSizeBetween(700, 4_000);
        assertThat(events).hasSizeBetween(3_000, 8_000);
    }

    @Test
    void everyCommandIsAtAMomentOfItsOwn() {
        for (int i = 1; i < commands.size(); i++) {
            assertThat(commands.get(i).simulatedAt())
                    .isAfter(commands.get(i - 1).simulatedAt());
        }
        assertThat(commands.get(commands.size() - 1).simulatedAt()).isEqualTo(DemoHistory.END);
    }

    @Test
    void everyEventIsMarkedAndWithinThePlansYears() {
        Instant from = Instant.parse("2020-12-31T16:00:00Z");
        Instant to = Instant.parse("2025-12-31T16:00:00Z");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.simulated()).isTrue();
            assertThat(event.recordedAt()).isBetween(from, to);
        });
        assertThat(events).extracting(Event::recordedAt).isSorted();
        assertThat(snapshot.plan().ended()).isFalse();
    }

    @Test
    void everyKindOfFactOccurs() {
        Set<String> all = Arrays.stream(Fact.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        // Offices act in it, and nobody by name.
        all.remove("PersonErased");

        assertThat(counted(events, event -> event.fact().type())).containsOnlyKeys(all);
    }

    @Test
    void everyWarningIsRaisedAndCleared() {
        Map<WarningRule, Long> raised = rules(Fact.WarningRaised.class, fact -> ((Fact.WarningRaised) fact).rule());
        Map<WarningRule, Long> cleared = rules(Fact.WarningCleared.class, fact -> ((Fact.WarningCleared) fact).rule());
        Map<WarningRule, Long> acknowledged =
                rules(Fact.WarningAcknowledged.class, fact -> ((Fact.WarningAcknowledged) fact).rule());
        System.out.println("raised: " + raised + ", acknowledged: " + acknowledged + ", cleared: " + cleared);

        assertThat(raised).containsOnlyKeys(WarningRule.values());
        assertThat(cleared).containsOnlyKeys(WarningRule.values());
    }

    @Test
    void everyRatingOccursInTheEnd() {
        // Both delegated targets have been assigned by then.
        Set<Rating> expected = java.util.EnumSet.complementOf(java.util.EnumSet.of(Rating.NO_TARGET));

        assertThat(ratings()).containsOnlyKeys(expected);
    }

    @Test
    void theSumsAreThePlansAsAdjusted() {
        assertThat(planned("government")).isEqualByComparingTo("27.488");
        // One project's 20 became 24.
        assertThat(planned("industry")).isEqualByComparingTo("1031.395");
        assertThat(planned("science")).isEqualByComparingTo("31.16");
    }

    @Test
    void theSameHistoryGivesTheSameLogAndALoadThatWasCutOffContinues() {
        try (Pipeline again = new Pipeline()) {
            List<Command> all = DemoHistory.commands();
            assertThat(DemoLoader.clock(again.send(DemoLoader.probe(), SENT_AT)))
                    .isNull();
            all.subList(0, 500).forEach(command -> again.send(command, SENT_AT));
            Instant clock = DemoLoader.clock(again.send(DemoLoader.probe(), SENT_AT));
            List<Command> rest = DemoLoader.after(clock, all);
            assertThat(rest).isEqualTo(all.subList(500, all.size()));
            rest.forEach(command -> again.send(command, SENT_AT));
            assertThat(DemoLoader.clock(again.send(DemoLoader.probe(), SENT_AT)))
                    .isEqualTo(DemoHistory.END);
            assertThat(again.log).hasSameSizeAs(PIPELINE.log);
            for (int i = 0; i < again.log.size(); i++) {
                assertThat(again.log.get(i).value())
                        .isEqualTo(PIPELINE.log.get(i).value());
            }
        }
    }

    private static BigDecimal planned(String category) {
        List<PlanView.Investment> sums =
                RollUps.category(snapshot, category).orElseThrow().investment();
        assertThat(sums).hasSize(1);
        return sums.get(0).planned();
    }

    private static Map<Rating, Long> ratings() {
        return snapshot.tracked()
                .flatMap(subject -> Verdicts.of(snapshot.plan(), subject).stream())
                .collect(Collectors.groupingBy(progress -> progress.rating(), TreeMap::new, Collectors.counting()));
    }

    private static Map<WarningRule, Long> rules(Class<? extends Fact> type, Function<Fact, WarningRule> rule) {
        return counted(events.stream().map(Event::fact).filter(type::isInstance).toList(), rule);
    }

    private static <T, K> Map<K, Long> counted(List<T> all, Function<T, K> by) {
        return all.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
