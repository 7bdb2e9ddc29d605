package tracker.api.access.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The organisation's identity provider: there only where an issuer is named. Without {@code jwksUri} the keys are where the issuer says;
 * without {@code clientId} nobody signs in to pages by it. {@code keysFresh} is how long keys are used without looking again,
 * {@code keysGood} how long where the provider does not answer, {@code keysAtMostEvery} how often it is asked for an unknown one.
 */
@ConfigurationProperties("tracker.oidc")
@Requires(property = "tracker.oidc.issuer")
public record OidcSettings(
        String issuer,
        String audience,
        @Nullable URI jwksUri,
        @Bindable(defaultValue = "30s") Duration clockSkew,
        @Bindable(defaultValue = "roles") String roleClaim,
        @Bindable(defaultValue = "department") String departmentClaim,
        @Bindable(defaultValue = "preferred_username") String userClaim,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String clientSecretFile,
        @Bindable(defaultValue = "openid,profile") List<String> scopes,
        @Bindable(defaultValue = "5m") Duration keysFresh,
        @Bindable(defaultValue = "1h") Duration keysGood,
        @Bindable(defaultValue = "10s") Duration keysAtMostEvery) {

    /** Null where the client has none. */
    @Nullable
    String secret() {
        if (clientSecretFile == null) {
            return clientSecret;
        }
        try {
            return Files.readString(Path.of(clientSecretFile)).strip();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read tracker.oidc.client-secret-file", cause);
        }
    }

    /** Without the secret: settings end up in logs. */
    @Override
    public String toString() {
        return issuer + " for " + audience;
    }
}
