package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;
import tracker.api.words.Language;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Text;
import tracker.streams.domain.event.Hash;

/** The page where people sign in and out: HTML and one style sheet, no script. Made when somebody first asks for it. */
@Singleton
final class LoginPage {
    private static final String HTML = "text/html; charset=utf-8";

    private final PebbleTemplate template;
    private final String style = new String(resource("/login/login.css"), StandardCharsets.UTF_8);
    private final Map<String, Text> words = words();
    private final String policy = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Hash.sha256(style).bytes())
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    LoginPage() {
        ClasspathLoader loader = new ClasspathLoader(LoginPage.class.getClassLoader());
        loader.setPrefix("login");
        loader.setSuffix(".html");
        template = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .build()
                .getTemplate("page");
    }

    /** What is on it: where to go on, whether a provider can be asked, who is signed in already (null: nobody), what went wrong (null: nothing). */
    record Content(
            String next,
            boolean provider,
            @Nullable Actor signedIn,
            @Nullable Text fault) {}

    MutableHttpResponse<?> answer(HttpStatus status, Content content, Language language) {
        MutableHttpResponse<?> answer = HttpResponse.status(status)
                .body(render(content, language).getBytes(StandardCharsets.UTF_8))
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.label())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", policy);
        return status == HttpStatus.UNAUTHORIZED
                ? answer.header(HttpHeaders.WWW_AUTHENTICATE, Problems.SCHEME)
                : answer;
    }

    private String render(Content content, Language language) {
        Map<String, Object> values = new HashMap<>();
        words.forEach((key, text) -> values.put(key, language.of(text)));
        values.put("language", language.label());
        values.put("style", style);
        values.put("next", content.next());
        values.put("query", URLEncoder.encode(content.next(), StandardCharsets.UTF_8));
        values.put("provider", content.provider());
        values.put(
                "user", content.signedIn() == null ? null : content.signedIn().user());
        values.put("fault", content.fault() == null ? null : language.of(content.fault()));
        StringWriter page = new StringWriter();
        try {
            template.evaluate(page, values, language.locale());
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return page.toString();
    }

    private static Map<String, Text> words() {
        String table = "/login/words.csv";
        try (InputStream in = LoginPage.class.getResourceAsStream(table)) {
            return Tables.read(table, in, TableLimits.DEFAULT).get(0).rows().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.cell("key"), row -> new Text(row.cell("zh"), row.cell("en"))));
        } catch (IOException cause) {
            throw new UncheckedIOException(table, cause);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = LoginPage.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException cause) {
            throw new UncheckedIOException(name, cause);
        }
    }
}
