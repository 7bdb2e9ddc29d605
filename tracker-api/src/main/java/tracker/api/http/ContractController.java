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
import tracker.streams.domain.event.Hash;

/** The contract of this interface, and the pages on which people read and try it. All of it comes from here: it works without a network. */
@Controller
@Needs(Right.READ_PUBLISHED)
final class ContractController {
    private static final String YAML = "application/yaml";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLES = "text/css; charset=utf-8";

    private final Page contract = Page.of("/openapi.yml", YAML);
    private final Page docs = Page.of("/docs/docs.html", HTML);
    private final Map<String, Page> assets = assets();

    private record Page(byte[] bytes, String mediaType, String tag) {
        static Page of(String resource, String mediaType) {
            try (InputStream in = ContractController.class.getResourceAsStream(resource)) {
                byte[] bytes = in.readAllBytes();
                return new Page(
                        bytes, mediaType, "\"" + Hash.sha256(bytes).hex().substring(0, 32) + "\"");
            } catch (IOException cause) {
                throw new UncheckedIOException(resource, cause);
            }
        }
    }

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
        Page page = assets.get(asset);
        if (page == null) {
            throw new ProblemException(Problem.Type.NOT_FOUND, "没有这个文件。", "There is no such file.");
        }
        return answer(request, page);
    }

    private static HttpResponse<?> answer(HttpRequest<?> request, Page page) {
        return Preconditions.answer(
                request, page.tag(), () -> HttpResponse.ok(page.bytes()).contentType(page.mediaType()));
    }

    private static Map<String, Page> assets() {
        String browser = "/META-INF/resources/webjars/swagger-ui/" + browserVersion() + "/";
        Map<String, Page> assets = new LinkedHashMap<>();
        assets.put("swagger-ui.css", Page.of(browser + "swagger-ui.css", STYLES));
        assets.put("swagger-ui-bundle.js", Page.of(browser + "swagger-ui-bundle.js", SCRIPT));
        assets.put("docs.css", Page.of("/docs/docs.css", STYLES));
        assets.put("docs.js", Page.of("/docs/docs.js", SCRIPT));
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
