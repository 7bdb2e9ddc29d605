package tracker.api.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import tracker.api.Rounds;
import tracker.api.audit.Checkpoints;
import tracker.api.view.NotReadyException;
import tracker.api.view.PlanQueries;
import tracker.api.webhooks.Counts;
import tracker.api.webhooks.Delivery;
import tracker.streams.audit.Checkpoint;
import tracker.streams.domain.Labelled;
import tracker.streams.runtime.LogWatch;
import tracker.streams.runtime.TrackerStreams;

/**
 * Measures of the tracker's state, looked up at intervals and not when they are asked for: warnings that are open, how far the views are behind,
 * how the log fares on the brokers, how old the last checkpoint is.
 */
public final class StateMetrics implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(1);

    private final TrackerStreams streams;
    private final Checkpoints checkpoints;
    private final LogWatch log;
    private final OpenTransactions transactions;
    private final OpenWarnings openWarnings;
    private final Clock clock;
    private final Rounds rounds;
    private final GaugeRows warnings;
    private final GaugeRows lags;
    private final GaugeRows stableAges;
    private final GaugeRows lateTransactions;
    private final GaugeRows checkpointAges;
    private final AtomicInteger deadLetters;

    public StateMetrics(
            MeterRegistry registry,
            TrackerStreams streams,
            PlanQueries plans,
            Checkpoints checkpoints,
            LogWatch log,
            Counts webhooks,
            Clock clock,
            Duration every) {
        this.streams = streams;
        this.checkpoints = checkpoints;
        this.log = log;
        this.clock = clock;
        this.transactions = new OpenTransactions();
        this.openWarnings = new OpenWarnings(plans);
        this.rounds = new Rounds("tracker-metrics", every);
        this.warnings = new GaugeRows(registry, "tracker.warnings.open", "open warnings of a plan, by rule");
        this.lags = new GaugeRows(
                registry, "tracker.view.lag", "events that a generation of the views has not applied yet");
        this.stableAges = new GaugeRows(
                registry,
                "tracker.log.lso.age",
                "seconds since a partition's last stable offset moved although there is something behind it");
        this.lateTransactions = new GaugeRows(
                registry, "tracker.log.transactions.late", "transactions that are open for longer than they may be");
        this.checkpointAges = new GaugeRows(
                registry, "tracker.checkpoint.age", "seconds since a partition's last checkpoint was signed");
        this.deadLetters = new AtomicInteger();
        Gauge.builder("tracker.dead.letters.end", deadLetters, AtomicInteger::get)
                .description("how far the topic of dead letters has grown; 0 where there never was one")
                .register(registry);
        for (Delivery.Outcome outcome : Delivery.Outcome.values()) {
            FunctionCounter.builder("tracker.webhooks.attempts", webhooks, counts -> counts.of(outcome))
                    .description("attempts to deliver messages of webhooks, by what became of them")
                    .tag("outcome", Labelled.fromName(outcome))
                    .register(registry);
        }
        Gauge.builder("tracker.ready", streams, running -> running.isReady() ? 1 : 0)
                .description("1 once the streams run and the views show all that was recorded before the start")
                .register(registry);
    }

    public void start() {
        rounds.start(FIRST, this::look);
    }

    @Override
    public void close() {
        rounds.close();
    }

    private void look() {
        LogWatch.Reading reading = log.read();
        deadLetters.set((int) Math.min(reading.deadLetters(), Integer.MAX_VALUE));
        lateTransactions.set(
                rows(reading.partitions(), partition -> partition(partition.number()), partition -> partition.late()));
        stableAges.set(rows(
                transactions.ages(reading.partitions(), clock.instant()),
                age -> partition(age.partition()),
                age -> age.seconds()));
        lags.set(rows(
                streams.views().lags().entrySet(),
                lag -> Tags.of("generation", String.valueOf(lag.getKey())),
                Map.Entry::getValue));
        try {
            warnings.set(openWarnings.rows());
            checkpointAges.set(checkpointAges(reading.partitions().size()));
        } catch (NotReadyException laterThen) {
            // What is not known now keeps the value that it had.
        }
    }

    private Map<Tags, Number> checkpointAges(int partitions) {
        Map<Tags, Number> rows = new HashMap<>();
        IntStream.range(0, partitions).forEach(partition -> checkpoints
                .latest(partition)
                .flatMap(note -> Checkpoint.parse(note.text()).time())
                .ifPresent(time -> rows.put(
                        partition(partition),
                        Duration.between(time, clock.instant()).toSeconds())));
        return rows;
    }

    private static <T> Map<Tags, Number> rows(
            Collection<T> values, Function<T, Tags> tags, Function<T, Number> figure) {
        Map<Tags, Number> rows = new HashMap<>();
        values.forEach(value -> rows.put(tags.apply(value), figure.apply(value)));
        return rows;
    }

    private static Tags partition(int number) {
        return Tags.of("partition", String.valueOf(number));
    }
}
