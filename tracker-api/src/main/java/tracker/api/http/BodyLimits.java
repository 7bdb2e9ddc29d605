package tracker.api.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;

/**
 * Makes {@code micronaut.server.max-request-size} the most that is held of a body in memory. A route that reads its body as it comes
 * counts for itself: the framework would leave a caller who announces too much sending into a connection that nobody reads.
 */
@Singleton
final class BodyLimits implements BeanCreatedEventListener<HttpServerConfiguration> {
    /** As much as the framework can count to. */
    private static final long NONE = Long.MAX_VALUE;

    @Override
    public HttpServerConfiguration onCreated(BeanCreatedEvent<HttpServerConfiguration> event) {
        HttpServerConfiguration server = event.getBean();
        server.setMaxRequestBufferSize(server.getMaxRequestSize());
        server.setMaxRequestSize(NONE);
        return server;
    }
}
