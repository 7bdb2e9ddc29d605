package tracker.api.access.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tracker.api.access.Callers;

/** Lets in whoever has a JWT of the identity provider. One that is not good is refused with the reason, even where none is needed. */
@Singleton
@Requires(property = "tracker.oidc.issuer")
final class JwtTokens implements TokenValidator<HttpRequest<?>> {
    private final JwtRules rules;
    private final IdentityRules identities;
    private final Scheduler scheduler;

    JwtTokens(
            OidcSettings settings,
            OidcRoles roles,
            JwtRules rules,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.rules = rules;
        this.identities = IdentityRules.of(settings, roles);
        this.scheduler = Schedulers.fromExecutorService(executor);
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        // A static token has no dots.
        if (token.indexOf('.') < 0) {
            return Publishers.empty();
        }
        // Keys may have to be fetched first.
        return Mono.fromCallable(() -> authentication(token)).subscribeOn(scheduler);
    }

    private Authentication authentication(String token) {
        JWTClaimsSet claims = rules.claims(token);
        Identity identity = identities.of(claims.getClaims());
        if (identity instanceof Identity.Accepted accepted) {
            return Callers.authentication(
                    accepted.actor(), claims.getExpirationTime().toInstant());
        }
        throw RefusedIdentityException.holder(((Identity.Refused) identity).why());
    }
}
