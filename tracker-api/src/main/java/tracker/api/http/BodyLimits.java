package tracker.api.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import tracker.api.TrackerSettings;

/**
 * Lets a body that is read as it comes be as large as evidence may be; every other one, which is held in memory, stays within
 * {@code micronaut.server.max-request-size}.
 */
@Singleton
final class BodyLimits implements BeanCreatedEventListener<HttpServerConfiguration> {
    /** So that the route hears of what is too large by reading it, and can say so itself. */
    private static final long ROOM = 1L << 20;

    private final TrackerSettings settings;

    BodyLimits(TrackerSettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpServerConfiguration onCreated(BeanCreatedEvent<HttpServerConfiguration> event) {
        HttpServerConfiguration server = event.getBean();
        server.setMaxRequestBufferSize(server.getMaxRequestSize());
        server.setMaxRequestSize(Math.max(server.getMaxRequestSize(), settings.getEvidenceLimit() + ROOM));
        return server;
    }
}
