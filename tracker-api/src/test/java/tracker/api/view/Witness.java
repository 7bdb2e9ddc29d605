package tracker.api.view;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.lifecycle.Store;
import org.apache.kafka.streams.test.TestRecord;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Kind;
import tracker.streams.domain.ObservationStatus;
import tracker.streams.domain.Period;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Report;
import tracker.streams.model.Story;
import tracker.streams.runtime.AppliedPositions;
import tracker.streams.topology.LiveViews;
import tracker.streams.topology.Pipeline;

/** Tells one history to both topologies, and writes down what readers are answered as it goes on. */
final class Witness {
    private static final Actor OFFICE = new Actor(Role.PLANNING_OFFICE, null, "office");

    /** What was answered at the end of each millisecond in which something was recorded. */
    final TreeMap<Instant, Map<String, String>> answered = new TreeMap<>();
    /** A subject's view as it was when its version came to be. */
    final Map<SubjectId, List<String>> versions = new HashMap<>();

    final List<TestRecord<String, byte[]>> log = new ArrayList<>();
    final String plan;
    private final Bench bench;
    private final Story story;
    private Duration ticks = Duration.ZERO;
    private int sent;

    /** What serves many histories, each of a plan of its own: opening a store takes longer than telling one. */
    static final class Bench implements Store.CloseOnReset {
        final Pipeline pipeline = new Pipeline();
        final LiveViews live = new LiveViews();
        /** Gets of each plan's log what was there at a moment. */
        final LiveViews replayed = new LiveViews();

        final PlanQueries queries = queries(live);
        final PlanQueries replay = queries(replayed);
        private int plans;

        private PlanQueries queries(LiveViews views) {
            ViewSource source = ViewSource.of(new DriverStores(views), () -> true, new AppliedPositions());
            return new PlanQueries(() -> source, pipeline.codec, Duration.ZERO);
        }

        @Override
        public void close() {
            pipeline.close();
            live.close();
            replayed.close();
        }
    }

    Witness(Bench bench, List<Step> history) {
        this.bench = bench;
        plan = "zone-" + ++bench.plans;
        story = new Story(plan);
        send(story.begin());
        history.forEach(this::tell);
        remember();
    }

    private void tell(Step step) {
        if (step instanceof Step.Told told) {
            story.next(told.op()).ifPresent(this::send);
        } else if (step instanceof Step.Tick tick) {
            ticks = ticks.plusMillis(tick.millis());
        } else if (step instanceof Step.Rush rush) {
            rush(rush);
        } else if (step instanceof Step.Other other) {
            send(new SubjectId(plan, other.kind(), other.id()), other.intent());
        }
    }

    private void rush(Step.Rush rush) {
        SubjectId subject = new SubjectId(plan, Kind.INDICATOR, rush.indicator());
        for (int time = 0; time < rush.times(); time++) {
            Report report = new Report.OfIndicator(
                    Period.of("2021-H1"),
                    BigDecimal.valueOf(time * 7 % 40),
                    "亿元",
                    ObservationStatus.A,
                    null,
                    List.of());
            send(subject, time == 0 ? new Intent.ReportProgress(report) : new Intent.CorrectReport(report));
            ticks = ticks.plusMillis(rush.apart() ? 1 : 0);
        }
    }

    private void send(SubjectId subject, Intent intent) {
        send(new Command(plan + "-own-" + ++sent, subject, OFFICE, null, null, "because", intent));
    }

    private void send(Command command) {
        Instant at = story.now().plus(ticks);
        bench.pipeline.log.clear();
        bench.pipeline.send(command, at);
        if (bench.pipeline.log.isEmpty()) {
            return;
        }
        story.happened(command, at);
        if (time(bench.pipeline.log).isAfter(time(log))) {
            remember();
        }
        for (TestRecord<String, byte[]> recorded : bench.pipeline.log) {
            log.add(recorded);
            bench.live.apply(List.of(recorded));
            SubjectId subject = event(recorded).subject();
            now().one(subject).map(Answers::text).ifPresent(view -> versions.computeIfAbsent(
                            subject, key -> new ArrayList<>())
                    .add(view));
        }
    }

    private void remember() {
        answered.put(time(log), Answers.of(now()));
    }

    private Instant time(List<TestRecord<String, byte[]>> records) {
        return records.isEmpty()
                ? Instant.MAX
                : event(records.get(records.size() - 1)).recordedAt();
    }

    Event event(TestRecord<String, byte[]> recorded) {
        return bench.pipeline.codec.decode(recorded.value());
    }

    private PlanReads now() {
        return bench.queries.now(plan).orElseThrow();
    }

    /** What is answered now of an earlier moment. */
    Optional<Map<String, String>> past(Instant moment) {
        return bench.queries.asOf(plan, moment).map(Answers::of);
    }

    /** What is answered now of an earlier version. */
    Optional<String> past(SubjectId subject, long version) {
        return bench.queries.atVersion(subject, version).map(Answers::text);
    }

    /** What views answer that have had these records of the log, and no more; called with more of them each time. */
    Map<String, String> replayed(List<TestRecord<String, byte[]>> records) {
        long has = bench.replay.position(plan);
        bench.replayed.apply(records.subList((int) has, records.size()));
        return Answers.of(bench.replay.now(plan).orElseThrow());
    }
}
