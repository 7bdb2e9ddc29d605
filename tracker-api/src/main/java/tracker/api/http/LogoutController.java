package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.access.session.CrossSiteException;
import tracker.api.access.session.OwnSite;
import tracker.api.access.session.SessionCookies;
import tracker.api.access.session.Sessions;

/** Signing out: the session ends, and every copy of its cookie with it. */
@Controller("/logout")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_PUBLISHED)
final class LogoutController {
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final OwnSite site;

    LogoutController(Sessions sessions, SessionCookies cookies, OwnSite site) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.site = site;
    }

    @Post
    @Consumes(MediaType.ALL)
    @Operation("signOut")
    @Takes(media = MediaType.ALL, optional = true)
    @Answers(
            status = 303,
            media = {},
            headers = "Location")
    HttpResponse<?> signOut(HttpRequest<?> request) {
        if (!site.mayWrite(request)) {
            throw new CrossSiteException();
        }
        cookies.session(request).ifPresent(sessions::end);
        return HttpResponse.seeOther(URI.create("/login")).cookie(cookies.endSession(request));
    }
}
