package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.access.oidc.CodeFlow;
import tracker.api.access.oidc.ProviderUnavailableException;
import tracker.api.access.oidc.RefusedIdentityException;
import tracker.api.access.session.OwnSite;
import tracker.api.access.session.SessionCookies;
import tracker.api.access.session.Sessions;
import tracker.api.http.Operation.Trait;
import tracker.streams.domain.Text;

/** Signing in to the pages by the organisation's identity provider: there and back. */
@Controller("/login")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Right.READ_PUBLISHED)
final class ProviderLoginController {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderLoginController.class);
    private static final Text SILENT =
            new Text("身份提供方暂不可用，请稍后再试。", "The identity provider does not answer; try again shortly.");
    private static final Duration SILENT_FOR = Duration.ofSeconds(5);
    private static final Text TOO_OFTEN = new Text("尝试次数过多，请一分钟后再试。", "Too many attempts; try again in a minute.");

    private final Optional<CodeFlow> flow;
    private final LoginPage page;
    private final LoginLimits limits;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final OwnSite site;

    ProviderLoginController(
            Optional<CodeFlow> flow,
            LoginPage page,
            LoginLimits limits,
            Sessions sessions,
            SessionCookies cookies,
            OwnSite site) {
        this.flow = flow;
        this.page = page;
        this.limits = limits;
        this.sessions = sessions;
        this.cookies = cookies;
        this.site = site;
    }

    @Get("/provider")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            value = "beginSignIn",
            problems = {Problem.Type.NOT_FOUND})
    @Answers(
            status = 303,
            media = {},
            headers = "Location")
    @Answers(
            status = 429,
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Retry-After"})
    @Answers(
            status = 503,
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Retry-After"})
    HttpResponse<?> begin(HttpRequest<?> request, @Nullable @QueryValue String next) {
        CodeFlow known = known();
        String target = LocalAddress.of(next);
        if (!limits.take(request)) {
            return tooOften(request, target);
        }
        try {
            CodeFlow.Start start = known.begin(redirect(request), target);
            return HttpResponse.seeOther(start.provider())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .cookie(cookies.begun(request, start.cookie(), CodeFlow.WITHIN));
        } catch (ProviderUnavailableException silent) {
            return silent(request, target);
        }
    }

    @Get("/callback")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            value = "endSignIn",
            traits = Trait.OPEN_QUERY,
            query = {"code", "state", "iss", "error", "error_description"},
            problems = {Problem.Type.NOT_FOUND})
    @Answers(
            status = 303,
            media = {},
            headers = "Location")
    @Answers(status = 403, media = MediaType.TEXT_HTML, headers = "Content-Language")
    @Answers(
            status = 429,
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Retry-After"})
    @Answers(
            status = 503,
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Retry-After"})
    HttpResponse<?> end(HttpRequest<?> request) {
        CodeFlow known = known();
        if (!limits.take(request)) {
            return tooOften(request, LocalAddress.HOME);
        }
        try {
            URI answer = URI.create(redirect(request) + "?" + request.getUri().getRawQuery());
            CodeFlow.SignedIn who = known.end(answer, cookies.begun(request).orElse(null));
            Sessions.Opened opened = sessions.open(who.actor(), who.until(), who.issuer());
            return HttpResponse.seeOther(URI.create(who.next()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .cookie(cookies.session(request, opened, SameSite.Lax))
                    .cookie(cookies.endBegun(request));
        } catch (RefusedIdentityException refused) {
            // 401 would ask for a bearer token.
            return fault(request, HttpStatus.FORBIDDEN, LocalAddress.HOME, refused.why())
                    .cookie(cookies.endBegun(request));
        } catch (ProviderUnavailableException silent) {
            return silent(request, LocalAddress.HOME);
        }
    }

    private CodeFlow known() {
        return flow.orElseThrow(() -> new ProblemException(
                Problem.Type.NOT_FOUND, "未设置身份提供方。", "No identity provider is set for signing in."));
    }

    private URI redirect(HttpRequest<?> request) {
        return URI.create(site.address(request) + "/login/callback");
    }

    private HttpResponse<?> silent(HttpRequest<?> request, String next) {
        return fault(request, HttpStatus.SERVICE_UNAVAILABLE, next, SILENT)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(SILENT_FOR.toSeconds()));
    }

    private MutableHttpResponse<?> tooOften(HttpRequest<?> request, String next) {
        return fault(request, HttpStatus.TOO_MANY_REQUESTS, next, TOO_OFTEN)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(LoginLimits.PER.toSeconds()));
    }

    private MutableHttpResponse<?> fault(HttpRequest<?> request, HttpStatus status, String next, Text why) {
        LOG.info("refused: {} {} by nobody known: {}", request.getMethodName(), request.getPath(), why.en());
        return page.answer(status, new LoginPage.Content(next, true, null, why), PageLanguages.of(request, null));
    }
}
