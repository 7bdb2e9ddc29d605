package tracker.api.access.session;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import tracker.api.access.Callers;

/** Knows somebody by his session's cookie. A request with credentials of its own is judged by these alone. */
@Singleton
final class SessionReader implements AuthenticationFetcher<HttpRequest<?>> {
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final OwnSite site;

    SessionReader(Sessions sessions, SessionCookies cookies, OwnSite site) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.site = site;
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        if (request.getHeaders().contains("Authorization")) {
            return Publishers.empty();
        }
        return cookies.session(request)
                .flatMap(sessions::find)
                .map(holder -> site.mayWrite(request)
                        ? Publishers.just(Callers.authentication(holder.actor(), holder.ends()))
                        : Publishers.<Authentication>just(new CrossSiteException()))
                .orElseGet(Publishers::empty);
    }
}
