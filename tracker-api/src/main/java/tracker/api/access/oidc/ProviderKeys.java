package tracker.api.access.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys by which the identity provider signs, looked at again when they are no longer fresh or when one is missing. A key that is
 * known stays good for a while without the provider; of one that is not, nobody can say whether it is new or never was: that is a
 * {@link KeySourceException}, as is a question that comes too soon after the last.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {
    private final Callable<JWKSet> provider;
    private final Duration fresh;
    private final Duration good;
    private final Duration atMostEvery;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Known known = new Known(new JWKSet(), Instant.MIN);
    private Instant asked = Instant.MIN;

    private record Known(JWKSet keys, Instant since) {
        boolean isWithin(Duration age, Instant now) {
            return !since.equals(Instant.MIN)
                    && Duration.between(since, now).abs().compareTo(age) < 0;
        }
    }

    ProviderKeys(Callable<JWKSet> provider, OidcSettings settings, Clock clock) {
        this.provider = provider;
        this.fresh = settings.keysFresh();
        this.good = settings.keysGood();
        this.atMostEvery = settings.keysAtMostEvery();
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        Known before = known;
        Instant now = clock.instant();
        List<JWK> keys = selector.select(before.keys());
        if (!keys.isEmpty() && before.isWithin(fresh, now)) {
            return keys;
        }
        // One asks. Whoever has a good key meanwhile need not wait for the answer.
        if (keys.isEmpty() || !before.isWithin(good, now)) {
            asking.lock();
        } else if (!asking.tryLock()) {
            return keys;
        }
        try {
            return selector.select(asked(before, selector).keys());
        } finally {
            asking.unlock();
        }
    }

    private Known asked(Known before, JWKSelector selector) throws KeySourceException {
        Instant now = clock.instant();
        if (known != before && known.isWithin(fresh, now)) {
            return known;
        }
        KeySourceException silent = new KeySourceException("asked a moment ago");
        if (asked.equals(Instant.MIN) || Duration.between(asked, now).abs().compareTo(atMostEvery) >= 0) {
            asked = now;
            try {
                known = new Known(provider.call(), clock.instant());
                return known;
            } catch (Exception failed) {
                silent = new KeySourceException("the identity provider does not give its keys", failed);
            }
        }
        if (known.isWithin(good, now) && !selector.select(known.keys()).isEmpty()) {
            return known;
        }
        throw silent;
    }
}
