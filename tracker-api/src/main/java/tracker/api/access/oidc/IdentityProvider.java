package tracker.api.access.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the identity provider publishes about itself. It is asked when somebody needs it, never at the start. */
@Singleton
@Requires(property = "tracker.oidc.issuer")
final class IdentityProvider {
    static final int WAIT_MILLIS = 5_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private final OidcSettings settings;
    private final Clock clock;
    private final ProviderKeys keys;
    private OIDCProviderMetadata metadata;
    private Instant again = Instant.MIN;

    IdentityProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.keys = new ProviderKeys(this::readKeys, settings, clock);
    }

    ProviderKeys keys() {
        return keys;
    }

    /** Where to send people and to fetch tokens; a {@link ProviderUnavailableException} where that was never to be had. */
    synchronized OIDCProviderMetadata metadata() {
        Instant now = clock.instant();
        if (!now.isBefore(again)) {
            try {
                // The library refuses what another issuer says of itself.
                metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), WAIT_MILLIS, WAIT_MILLIS);
                again = now.plus(FRESH);
            } catch (IOException | GeneralException failed) {
                LOG.warn("the identity provider's configuration cannot be read: {}", failed.toString());
                again = now.plus(settings.keysAtMostEvery());
            }
        }
        if (metadata == null) {
            throw new ProviderUnavailableException("no configuration of the identity provider", null);
        }
        return metadata;
    }

    private JWKSet readKeys() throws IOException, ParseException {
        try {
            URI where = settings.jwksUri() == null ? metadata().getJWKSetURI() : settings.jwksUri();
            return JWKSet.parse(new DefaultResourceRetriever(WAIT_MILLIS, WAIT_MILLIS, MOST_BYTES)
                    .retrieveResource(where.toURL())
                    .getContent());
        } catch (IOException | ParseException failed) {
            LOG.warn("the identity provider's keys cannot be read: {}", failed.toString());
            throw failed;
        }
    }
}
