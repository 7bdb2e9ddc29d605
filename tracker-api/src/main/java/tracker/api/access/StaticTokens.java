package tracker.api.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/** Lets in whoever has a static token that is valid now. */
@Singleton
final class StaticTokens implements TokenValidator<HttpRequest<?>> {
    private final KnownTokens known;

    StaticTokens(KnownTokens known) {
        this.known = known;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return known.find(token)
                .map(found ->
                        Callers.authentication(found.holder(), found.entry().expires()))
                .map(Publishers::just)
                .orElseGet(Publishers::empty);
    }
}
