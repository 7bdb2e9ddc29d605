package tracker.api.http;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import tracker.streams.runtime.TrackerStreams;

/** Ready once both Streams applications run and the views show all that was recorded before the start. */
@Readiness
@Singleton
final class StreamsReadiness implements HealthIndicator {
    private final TrackerStreams streams;

    StreamsReadiness(TrackerStreams streams) {
        this.streams = streams;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        HealthStatus status = streams.isReady() ? HealthStatus.UP : HealthStatus.DOWN;
        return Publishers.just(HealthResult.builder("streams", status).build());
    }
}
