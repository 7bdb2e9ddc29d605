package tracker.api.http;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reactivestreams.Publisher;
import tracker.api.StartPhase;
import tracker.streams.runtime.TrackerStreams;

/** Ready once the start is done, both Streams applications run, and the views show all that was recorded before. Says how far it is until then. */
@Readiness
@Singleton
final class StreamsReadiness implements HealthIndicator {
    private final StartPhase phase;
    private final TrackerStreams streams;

    StreamsReadiness(StartPhase phase, TrackerStreams streams) {
        this.phase = phase;
        this.streams = streams;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        boolean ready = phase.isReady() && streams.isReady();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "phase",
                phase.isReady() && !ready
                        ? StartPhase.Phase.RESTORING.label()
                        : phase.now().label());
        if (!ready) {
            streams.remaining().ifPresent(remaining -> {
                details.put("rowsToRestore", remaining.rows());
                details.put("eventsToApply", remaining.events());
            });
        }
        return Publishers.just(HealthResult.builder("streams", ready ? HealthStatus.UP : HealthStatus.DOWN)
                .details(details)
                .build());
    }
}
