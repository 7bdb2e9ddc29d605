package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.access.hop.RefusedPassException;
import tracker.api.access.oidc.ProviderUnavailableException;
import tracker.api.access.oidc.RefusedIdentityException;
import tracker.api.access.session.CrossSiteException;
import tracker.streams.domain.Text;

/** What is said to those whom tokens and cookies do not let in, beyond what they may not do. Nothing here ever names a token. */
@Controller
final class AccessErrors {
    private static final Logger LOG = LoggerFactory.getLogger(AccessErrors.class);

    private final Problems problems;

    AccessErrors(Problems problems) {
        this.problems = problems;
    }

    @Error(global = true)
    HttpResponse<?> refused(HttpRequest<?> request, RefusedIdentityException refused) {
        log(request, refused.why().en());
        Problem.Type type = refused.isKnown() ? Problem.Type.IDENTITY_REFUSED : Problem.Type.UNAUTHORIZED;
        return problems.of(request, type, refused.why());
    }

    @Error(global = true)
    HttpResponse<?> unavailable(HttpRequest<?> request, ProviderUnavailableException unavailable) {
        log(request, unavailable.getMessage());
        return problems.of(
                request,
                Problem.Type.PROVIDER_UNAVAILABLE,
                new Text("身份提供方暂不可用，请稍后再试。", "The identity provider does not answer; ask again shortly."));
    }

    @Error(global = true)
    HttpResponse<?> crossSite(HttpRequest<?> request, CrossSiteException crossSite) {
        log(request, crossSite.getMessage());
        return problems.of(
                request,
                Problem.Type.CROSS_SITE,
                new Text("写入须来自本系统的页面。", "A write comes from this site's own pages, or brings a bearer token."));
    }

    @Error(global = true)
    HttpResponse<?> refusedPass(HttpRequest<?> request, RefusedPassException refused) {
        log(request, refused.getMessage());
        return problems.of(
                request,
                Problem.Type.UNAUTHORIZED,
                new Text("节点间的凭证无效。", "Only nodes of the tracker hand on requests, and this is not one's pass."));
    }

    private static void log(HttpRequest<?> request, String why) {
        LOG.info("refused: {} {} by nobody known: {}", request.getMethodName(), request.getPath(), why);
    }
}
