package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.authentication.Authentication;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.access.oidc.CodeFlow;
import tracker.api.access.session.CrossSiteException;
import tracker.api.access.session.OwnSite;
import tracker.api.access.session.SessionCookies;
import tracker.api.access.session.Sessions;
import tracker.api.words.Language;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Text;

/** Signing in to the pages with a static token that is typed in. */
@Controller("/login")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_PUBLISHED)
final class LoginController {
    private static final Logger LOG = LoggerFactory.getLogger(LoginController.class);
    private static final Text UNKNOWN = new Text("令牌无效、已过期或已撤销。", "That token is unknown, expired or revoked.");
    private static final Text TOO_OFTEN = new Text("尝试次数过多，请一分钟后再试。", "Too many attempts; try again in a minute.");

    private final LoginPage page;
    private final LoginLimits limits;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final OwnSite site;
    private final boolean provider;

    LoginController(
            LoginPage page,
            LoginLimits limits,
            Sessions sessions,
            SessionCookies cookies,
            OwnSite site,
            Optional<CodeFlow> flow) {
        this.page = page;
        this.limits = limits;
        this.sessions = sessions;
        this.cookies = cookies;
        this.site = site;
        this.provider = flow.isPresent();
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    @Operation("showLogin")
    @Answers(
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    HttpResponse<?> form(
            HttpRequest<?> request,
            @Nullable Authentication caller,
            @Nullable @QueryValue String next,
            @Nullable @QueryValue String lang) {
        Actor signedIn = caller == null ? null : Callers.actor(caller);
        return page.answer(
                HttpStatus.OK,
                new LoginPage.Content(LocalAddress.of(next), provider, signedIn, null),
                PageLanguages.of(request, lang));
    }

    @Post
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @Produces(MediaType.TEXT_HTML)
    @Operation(value = "signIn", problems = Problem.Type.INVALID)
    @Takes(
            value = Requests.SignIn.class,
            media = {MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @Answers(
            status = 303,
            media = {},
            headers = "Location")
    @Answers(
            status = 401,
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "WWW-Authenticate"})
    @Answers(
            status = 429,
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Retry-After"})
    HttpResponse<?> signIn(HttpRequest<byte[]> request, @Nullable @QueryValue String lang) {
        // Else another site could sign somebody in as somebody else.
        if (!site.mayWrite(request)) {
            throw new CrossSiteException();
        }
        Language language = PageLanguages.of(request, lang);
        RequestBody form = RequestBody.ofForm(request);
        String token = form.requiredText("token");
        String target = LocalAddress.of(form.finished(form.text("next")));
        if (!limits.take(request)) {
            return refused(request, HttpStatus.TOO_MANY_REQUESTS, target, TOO_OFTEN, language)
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(LoginLimits.PER.toSeconds()));
        }
        return sessions.open(token.strip())
                .<HttpResponse<?>>map(opened -> HttpResponse.seeOther(URI.create(target))
                        .cookie(cookies.session(request, opened, SameSite.Strict)))
                .orElseGet(() -> refused(request, HttpStatus.UNAUTHORIZED, target, UNKNOWN, language));
    }

    private MutableHttpResponse<?> refused(
            HttpRequest<?> request, HttpStatus status, String next, Text why, Language language) {
        LOG.info("refused: {} {} by nobody known: {}", request.getMethodName(), request.getPath(), why.en());
        return page.answer(status, new LoginPage.Content(next, provider, null, why), language);
    }
}
