package tracker.api.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import tracker.api.access.session.LoginSettings;

/** How often one address may try to sign in. */
@Singleton
final class LoginLimits {
    static final Duration PER = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 100_000;

    private final LoadingCache<String, RateLimiter> limiters;
    private final CallerAddresses callers;

    LoginLimits(LoginSettings settings, CallerAddresses callers) {
        this.callers = callers;
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(settings.attemptsPerMinute())
                .limitRefreshPeriod(PER)
                .timeoutDuration(Duration.ZERO)
                .build();
        limiters = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(PER)
                .build(address -> RateLimiter.of("login", config));
    }

    /** Takes one of the address's turns; false where it has none left. */
    boolean take(HttpRequest<?> request) {
        return limiters.get(callers.of(request)).acquirePermission();
    }
}
