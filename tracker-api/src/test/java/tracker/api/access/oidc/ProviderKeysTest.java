package tracker.api.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys over time: fresh, old, rotated, and with nobody there to ask. */
class ProviderKeysTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<JWK> published = new ArrayList<>();
    private boolean down;
    private int asked;
    private final ProviderKeys keys = new ProviderKeys(this::publish, settings(), new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void aFreshKeyIsNotAskedForAgain() throws Exception {
        publishes("a");
        assertThat(find("a")).hasSize(1);
        later(299);
        assertThat(find("a")).hasSize(1);
        assertThat(asked).isEqualTo(1);
        later(1);
        assertThat(find("a")).hasSize(1);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aNewKeyIsFoundAndAnOldOneForgotten() throws Exception {
        publishes("a");
        find("a");
        published.clear();
        publishes("b");
        later(10);
        assertThat(find("b")).hasSize(1);
        later(10);
        assertThat(find("a")).isEmpty();
    }

    @Test
    void whoAsksTooSoonIsToldNeitherYesNorNo() throws Exception {
        publishes("a");
        find("a");
        later(9);
        assertThatThrownBy(() -> find("made-up")).isInstanceOf(KeySourceException.class);
        assertThat(asked).isEqualTo(1);
        assertThat(find("a")).hasSize(1);
        later(1);
        assertThat(find("made-up")).isEmpty();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void withoutTheProviderAKnownKeyIsGoodForAWhileAndAnUnknownOneCannotBeJudged() throws Exception {
        publishes("a");
        find("a");
        down = true;
        later(3_599);
        assertThat(find("a")).hasSize(1);
        assertThat(find("a")).hasSize(1);
        assertThat(asked).isEqualTo(2);
        assertThatThrownBy(() -> find("b")).isInstanceOf(KeySourceException.class);
        later(1);
        assertThatThrownBy(() -> find("a")).isInstanceOf(KeySourceException.class);
        down = false;
        later(10);
        assertThat(find("a")).hasSize(1);
    }

    @Test
    void aProviderThatWasNeverReachedLetsNobodyBeJudged() {
        down = true;
        assertThatThrownBy(() -> find("a")).isInstanceOf(KeySourceException.class);
        assertThatThrownBy(() -> find("a")).isInstanceOf(KeySourceException.class);
        assertThat(asked).isEqualTo(1);
    }

    private List<JWK> find(String kid) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(kid).build()), null);
    }

    private void later(int seconds) {
        now = now.plusSeconds(seconds);
    }

    private void publishes(String kid) throws JOSEException {
        published.add(new ECKeyGenerator(Curve.P_256).keyID(kid).generate().toPublicJWK());
    }

    private JWKSet publish() throws IOException {
        asked++;
        if (down) {
            throw new IOException("nobody there");
        }
        return new JWKSet(List.copyOf(published));
    }

    private static OidcSettings settings() {
        return new OidcSettings(
                "https://provider.example",
                "tracker-api",
                null,
                Duration.ofSeconds(30),
                "roles",
                "department",
                "preferred_username",
                null,
                null,
                null,
                List.of("openid"),
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                Duration.ofSeconds(10));
    }
}
