package tracker.api.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.reactivestreams.Publisher;
import tracker.api.access.hop.HopPass;

/** Holds a request against the right that its route needs. */
@Singleton
final class NeedsRule implements SecurityRule<HttpRequest<?>> {
    @Override
    public Publisher<SecurityRuleResult> check(
            @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
        Optional<Right> needed = request == null ? Optional.empty() : needed(request);
        if (needed.isEmpty()) {
            return Publishers.just(SecurityRuleResult.UNKNOWN);
        }
        request.setAttribute(MissingRight.ATTRIBUTE, needed.get());
        // A node asks for itself, and not for a caller.
        boolean allowed = needed.get() == Right.BE_A_NODE
                ? HopPass.of(request).filter(HopPass::isOfANode).isPresent()
                : Rights.of(Callers.actor(authentication).role()).contains(needed.get());
        return Publishers.just(allowed ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
    }

    /** The right that the route of this request needs; empty where it has none (or there is no such route). */
    private static Optional<Right> needed(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .flatMap(route -> route.getAnnotationMetadata().enumValue(Needs.class, Right.class));
    }

    /** Before the rules of the framework, which know nothing of rights. */
    @Override
    public int getOrder() {
        return -1000;
    }
}
