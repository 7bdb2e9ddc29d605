package tracker.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.http.Operation.Trait;
import tracker.api.pages.PageFile;

/** The contract of this interface, and the pages on which people read and try it. All of it comes from here: it works without a network. */
@Controller
@Needs(Right.READ_PUBLISHED)
final class ContractController {
    private static final String YAML = "application/yaml";

    private final PageFile contract = PageFile.resource("/openapi.yml");
    private final PageFile docs = PageFile.resource("/docs/docs.html");
    private final Map<String, PageFile> assets = assets();

    @Get("/openapi.yml")
    @Produces(YAML)
    @Operation(value = "getContract", traits = Trait.CONDITIONAL)
    @Answers(media = YAML)
    HttpResponse<?> contract(HttpRequest<?> request) {
        return answer(request, contract);
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    @Operation(value = "getDocs", traits = Trait.CONDITIONAL)
    @Answers(media = MediaType.TEXT_HTML)
    HttpResponse<?> docs(HttpRequest<?> request) {
        return answer(request, docs);
    }

    @Get("/docs/{asset}")
    @Produces(MediaType.ALL)
    @Operation(value = "getDocsAsset", traits = Trait.CONDITIONAL, problems = Problem.Type.NOT_FOUND)
    @Answers(media = {"text/javascript", "text/css"})
    HttpResponse<?> asset(HttpRequest<?> request, String asset) {
        PageFile page = assets.get(asset);
        if (page == null) {
            throw new ProblemException(Problem.Type.NOT_FOUND, "没有这个文件。", "There is no such file.");
        }
        return answer(request, page);
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, PageFile page) {
        return Preconditions.answer(
                request, page.tag(), () -> HttpResponse.ok(page.bytes()).contentType(page.mediaType()));
    }

    private static Map<String, PageFile> assets() {
        String browser = "/META-INF/resources/webjars/swagger-ui/" + browserVersion() + "/";
        Map<String, PageFile> assets = new LinkedHashMap<>();
        assets.put("swagger-ui.css", PageFile.resource(browser + "swagger-ui.css"));
        assets.put("swagger-ui-bundle.js", PageFile.resource(browser + "swagger-ui-bundle.js"));
        assets.put("docs.css", PageFile.resource("/docs/docs.css"));
        assets.put("docs.js", PageFile.resource("/docs/docs.js"));
        return Map.copyOf(assets);
    }

    /** The webjar has its version in its paths; it is said once, in the POM. */
    private static String browserVersion() {
        String resource = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (InputStream in = ContractController.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException cause) {
            throw new UncheckedIOException(resource, cause);
        }
    }
}
