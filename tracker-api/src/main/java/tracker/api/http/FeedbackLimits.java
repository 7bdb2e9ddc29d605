package tracker.api.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import tracker.api.TrackerSettings;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

/** How often one address may have its say without a token, and one token with it. */
@Singleton
final class FeedbackLimits {
    private static final Duration PER = Duration.ofHours(1);
    private static final int MOST_ADDRESSES = 100_000;

    private final LoadingCache<String, RateLimiter> limiters;
    private final CallerAddresses callers;

    FeedbackLimits(TrackerSettings settings, CallerAddresses callers) {
        this.callers = callers;
        RateLimiterConfig config = RateLimiterConfig.custom()
                .limitForPeriod(settings.getFeedbackPerHour())
                .limitRefreshPeriod(PER)
                .timeoutDuration(Duration.ZERO)
                .build();
        limiters = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(PER)
                .build(who -> RateLimiter.of("feedback", config));
    }

    /** Takes one of the caller's turns; a TOO_MANY_REQUESTS problem where there is none left. */
    void check(HttpRequest<?> request, Actor actor) {
        String who = actor.role() == Role.PUBLIC ? callers.of(request) : actor.user();
        if (!limiters.get(who).acquirePermission()) {
            throw new ProblemException(
                    Problem.Type.TOO_MANY_REQUESTS, "意见提交过于频繁，请稍后再试。", "Too much feedback at once; try again later.");
        }
    }
}
