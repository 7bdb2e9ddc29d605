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
import io.micronaut.security.authentication.Authentication;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.api.pages.BrowserModules;
import tracker.api.pages.OwnFiles;
import tracker.api.pages.PageFile;
import tracker.api.pages.Pages;
import tracker.api.pages.Shell;
import tracker.api.words.Language;

/** What people look at. The pages are one shell with scripts; what each shows is in a folder of {@code public}. */
@Controller
@Needs(Right.READ_PUBLISHED)
final class PageController {
    private static final String HTML = "text/html; charset=utf-8";
    /** Its address holds its version. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String AGAIN = "no-cache";

    private final Shell shell;
    private final OwnFiles own;
    private final BrowserModules modules;

    PageController(Shell shell, OwnFiles own, BrowserModules modules) {
        this.shell = shell;
        this.own = own;
        this.modules = modules;
    }

    @Get("/")
    @Produces(MediaType.TEXT_HTML)
    @Operation(value = "showHome", traits = Trait.OPEN_QUERY, headers = "Accept-Language")
    @Answers(
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    HttpResponse<?> home(HttpRequest<?> request, @Nullable Authentication caller) {
        return html(request, caller, HttpStatus.OK);
    }

    @Get("/wall")
    @Produces(MediaType.TEXT_HTML)
    @Operation(value = "showWall", traits = Trait.OPEN_QUERY, headers = "Accept-Language")
    @Answers(
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    HttpResponse<?> wall(HttpRequest<?> request, @Nullable Authentication caller) {
        return html(request, caller, HttpStatus.OK);
    }

    @Get("/register")
    @Produces(MediaType.TEXT_HTML)
    @Operation(value = "showRegister", traits = Trait.OPEN_QUERY, headers = "Accept-Language")
    @Answers(
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    HttpResponse<?> register(HttpRequest<?> request, @Nullable Authentication caller) {
        return html(request, caller, HttpStatus.OK);
    }

    @Get("/plans/{plan}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(value = "showPlan", traits = Trait.OPEN_QUERY, headers = "Accept-Language")
    @Answers(
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    HttpResponse<?> plan(HttpRequest<?> request, @Nullable Authentication caller, String plan) {
        return html(request, caller, HttpStatus.OK);
    }

    @Get("/plans/{plan}/{page}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(value = "showPage", traits = Trait.OPEN_QUERY, headers = "Accept-Language")
    @Answers(
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    @Answers(
            status = 404,
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    HttpResponse<?> page(HttpRequest<?> request, @Nullable Authentication caller, String plan, String page) {
        return html(request, caller, Pages.exists(page) ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }

    @Get("/plans/{plan}/{page}/{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(value = "showSubject", traits = Trait.OPEN_QUERY, headers = "Accept-Language")
    @Answers(
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    @Answers(
            status = 404,
            media = MediaType.TEXT_HTML,
            headers = {"Content-Language", "Vary"})
    HttpResponse<?> subject(
            HttpRequest<?> request, @Nullable Authentication caller, String plan, String page, String id) {
        return html(request, caller, Pages.hasSubjects(page) ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }

    /** A version that is not this server's, from a page that was opened before it, gets what there is now and must not keep it. */
    @Get(Shell.FILES + "{version}/{+file}")
    @Produces(MediaType.ALL)
    @Operation(value = "getPageFile", traits = Trait.CONDITIONAL, problems = Problem.Type.NOT_FOUND)
    @Answers(media = {"text/javascript", "text/css", "image/svg+xml", "application/manifest+json"})
    HttpResponse<?> file(HttpRequest<?> request, String version, String file) {
        return answer(request, own.find(file), version.equals(own.version()) ? FOR_EVER : AGAIN);
    }

    @Get(Shell.MODULES + "{+file}")
    @Produces(MediaType.ALL)
    @Operation(value = "getPageModule", traits = Trait.CONDITIONAL, problems = Problem.Type.NOT_FOUND)
    @Answers(media = "text/javascript")
    HttpResponse<?> module(HttpRequest<?> request, String file) {
        return answer(request, modules.find(file), FOR_EVER);
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, Optional<PageFile> found, String keep) {
        PageFile file = found.orElseThrow(
                () -> new ProblemException(Problem.Type.NOT_FOUND, "没有这个文件。", "There is no such file."));
        return Preconditions.answer(
                request, file.tag(), keep, () -> HttpResponse.ok(file.bytes()).contentType(file.mediaType()));
    }

    private MutableHttpResponse<?> html(HttpRequest<?> request, @Nullable Authentication caller, HttpStatus status) {
        Language language = PageLanguages.of(request, null);
        return HttpResponse.status(status)
                .body(shell.html(language, caller != null).getBytes(StandardCharsets.UTF_8))
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.label())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, AGAIN)
                .header("Content-Security-Policy", shell.policy());
    }
}
