package tracker.api.bench.peer;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The least that an HTTP server of this framework can do: the bytes of one file, without rights, stores or anything else. Arguments: port, file. The
 * tracker is not to be on its class path, or its beans are there too. */
public final class BareRoute {
    public static final String STARTED = "started";
    private static final String WANTED = "bench.bare";

    private BareRoute() {}

    public static void main(String[] arguments) {
        ApplicationContext context = ApplicationContext.builder()
                .overrideConfigLocations("classpath:none")
                .environmentPropertySource(false)
                .properties(Map.of(
                        "micronaut.server.port",
                        arguments[0],
                        "micronaut.security.enabled",
                        false,
                        "micronaut.metrics.enabled",
                        false,
                        WANTED,
                        arguments[1]))
                .banner(false)
                .start();
        context.getBean(EmbeddedServer.class).start();
        System.out.println(STARTED);
    }

    /** The route. */
    @Controller
    @Requires(property = WANTED)
    static final class Route {
        private final byte[] body;

        Route(@io.micronaut.context.annotation.Value("${" + WANTED + "}") String file) throws IOException {
            body = Files.readAllBytes(Path.of(file));
        }

        @Get("/{+path}")
        HttpResponse<byte[]> get(String path) {
            return HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
