package tracker.api.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;

/** Knows a static token by its hash. The tokens are 256 random bits, so a plain digest gives nothing away. */
@Singleton
final class StaticTokens implements TokenValidator<HttpRequest<?>> {
    private final Map<String, Authentication> byHash;

    StaticTokens(TokenFile file) {
        byHash = file.read().stream()
                .collect(Collectors.toUnmodifiableMap(
                        TokenFile.Entry::sha256,
                        entry -> Callers.authentication(
                                new Actor(Labelled.of(Role.class, entry.role()), entry.department(), entry.user()))));
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        Authentication known = byHash.get(hash(token));
        return known == null ? Publishers.empty() : Publishers.just(known);
    }

    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
