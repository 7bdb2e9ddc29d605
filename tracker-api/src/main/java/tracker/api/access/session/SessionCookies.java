package tracker.api.access.session;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cookies of signing in: out of reach for scripts, and under HTTPS bound to it and to this host by their names. */
@Singleton
public final class SessionCookies {
    private static final String SESSION = "tracker-session";
    private static final String BEGUN = "tracker-login";
    private static final String BOUND = "__Host-";

    private final OwnSite site;
    private final Clock clock;

    SessionCookies(OwnSite site, Clock clock) {
        this.site = site;
        this.clock = clock;
    }

    /**
     * {@code sameSite} is Lax for somebody who comes back from the provider's site, whose first look at our pages would else go without the
     * cookie.
     */
    public Cookie session(HttpRequest<?> request, Sessions.Opened opened, SameSite sameSite) {
        Instant now = clock.instant();
        return cookie(request, SESSION, opened.id(), Duration.between(now, opened.ends()), sameSite);
    }

    /** What binds a sign-in that was begun at the provider to this browser. */
    public Cookie begun(HttpRequest<?> request, String value, Duration within) {
        return cookie(request, BEGUN, value, within, SameSite.Lax);
    }

    public Cookie endSession(HttpRequest<?> request) {
        return cookie(request, SESSION, "", Duration.ZERO, SameSite.Strict);
    }

    public Cookie endBegun(HttpRequest<?> request) {
        return cookie(request, BEGUN, "", Duration.ZERO, SameSite.Lax);
    }

    public Optional<String> session(HttpRequest<?> request) {
        return value(request, SESSION);
    }

    public Optional<String> begun(HttpRequest<?> request) {
        return value(request, BEGUN);
    }

    private Optional<String> value(HttpRequest<?> request, String name) {
        return request.getCookies().findCookie(name(request, name)).map(Cookie::getValue);
    }

    private String name(HttpRequest<?> request, String name) {
        return site.isSecure(request) ? BOUND + name : name;
    }

    private Cookie cookie(HttpRequest<?> request, String name, String value, Duration age, SameSite sameSite) {
        return Cookie.of(name(request, name), value)
                .path("/")
                .httpOnly(true)
                .secure(site.isSecure(request))
                .maxAge(age)
                .sameSite(sameSite);
    }
}
