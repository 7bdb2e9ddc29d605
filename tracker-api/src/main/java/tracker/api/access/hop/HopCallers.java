package tracker.api.access.hop;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import tracker.api.NodeSettings;
import tracker.api.access.Callers;

/** Knows whom another node hands on, by its pass. A pass that is not good is refused, whatever stands beside it. */
@Singleton
final class HopCallers implements AuthenticationFetcher<HttpRequest<?>> {
    private final HopPasses passes;
    private final NodeSettings self;

    HopCallers(HopPasses passes, NodeSettings self) {
        this.passes = passes;
        this.self = self;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        String text = request.getHeaders().get(HopPass.HEADER);
        if (text == null) {
            return Publishers.empty();
        }
        HopPass pass = self.address() == null
                ? null
                : passes.check(text, request.getMethodName(), HopPass.target(request), self.address())
                        .orElse(null);
        if (pass == null) {
            return Publishers.just(new RefusedPassException());
        }
        pass.attach(request);
        return pass.actor() == null
                ? Publishers.empty()
                : Publishers.just(Callers.authentication(pass.actor(), pass.ends()));
    }

    /** Before all others. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
