package tracker.api.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** How many requests were refused for want of a token, a right or patience. */
@Singleton
public final class AccessMetrics {
    private final MeterRegistry registry;

    AccessMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** {@code reason} is one of a few words. */
    public void refused(String reason) {
        Counter.builder("tracker.access.refused")
                .description("requests that were refused before they were looked at, by the reason")
                .tag("reason", reason)
                .register(registry)
                .increment();
    }
}
