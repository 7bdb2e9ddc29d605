package tracker.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.command.Result;

/** How many commands were sent, what became of them, and how long that took. */
@Singleton
public final class WriteMetrics {
    private static final String WRITES = "tracker.writes";
    private static final String NONE = "none";

    private final MeterRegistry registry;

    WriteMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** {@code began} is what {@code System.nanoTime()} said; of {@code result} and {@code fault}, one is null. */
    public void sent(long began, Result result, Throwable fault) {
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (result == null) {
            record(isPending(fault) ? "pending" : "failed", NONE, took);
        } else if (result.outcome() instanceof Result.Refused refused) {
            record("refused", Labelled.fromName(refused.refusal().code()), took);
        } else {
            record("accepted", NONE, took);
        }
    }

    private void record(String outcome, String reason, Duration took) {
        Timer.builder(WRITES)
                .description("commands, by what became of them; refused ones by the reason")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry)
                .record(took);
    }

    /** Whoever waited was told where to ask again. */
    private static boolean isPending(Throwable fault) {
        Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
        return cause instanceof TimeoutException;
    }
}
