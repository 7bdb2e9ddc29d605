package tracker.api.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import tracker.api.TrackerSettings;
import tracker.api.access.hop.HopPass;
import tracker.api.metrics.AccessMetrics;
import tracker.streams.domain.Text;

/** How often one user may ask, and one address without a token: a program that has gone wild takes nobody else's turn. */
@ServerFilter("/api/**")
final class RequestLimits implements Ordered {
    private static final Duration PER = Duration.ofSeconds(1);
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);
    private static final int MOST = 100_000;

    private final LoadingCache<String, RateLimiter> users;
    private final LoadingCache<String, RateLimiter> addresses;
    private final CallerAddresses callers;
    private final Problems problems;
    private final AccessMetrics metrics;

    RequestLimits(TrackerSettings settings, CallerAddresses callers, Problems problems, AccessMetrics metrics) {
        this.callers = callers;
        this.metrics = metrics;
        this.users = limiters(settings.getRequestsPerSecond());
        this.addresses = limiters(settings.getAnonymousRequestsPerSecond());
        this.problems = problems;
    }

    /** Null: go on. */
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (HopPass.of(request).isPresent()) {
            // Counted by the node that was asked.
            return null;
        }
        Optional<Principal> user = request.getUserPrincipal();
        boolean allowed = user.isPresent()
                ? users.get(user.get().getName()).acquirePermission()
                : addresses.get(callers.of(request)).acquirePermission();
        if (allowed) {
            return null;
        }
        metrics.refused("rate");
        return problems.of(
                request,
                Problem.Type.TOO_MANY_REQUESTS,
                new Text("请求过于频繁，请稍后再试。", "Too many requests; ask again shortly."));
    }

    /** Once it is known who asks. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    private static LoadingCache<String, RateLimiter> limiters(int perSecond) {
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(PER)
                .timeoutDuration(Duration.ZERO)
                .build();
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(FORGOTTEN)
                .build(who -> RateLimiter.of("requests", config));
    }
}
