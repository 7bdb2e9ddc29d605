package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tracker.api.pages.PageFile;
import tracker.api.pages.PageTemplate;
import tracker.api.words.Language;
import tracker.api.words.Words;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Text;

/** The page where people sign in and out: HTML and one style sheet, no script. Made when somebody first asks for it. */
@Singleton
final class LoginPage {
    private static final String HTML = "text/html; charset=utf-8";

    private final PageTemplate template = new PageTemplate("login", "page");
    private final String style = PageFile.resource("/login/login.css").text();
    private final Words words = Words.read("/login/words.csv");
    private final String policy = "default-src 'none'; style-src " + PageTemplate.source(style)
            + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
        words.all().forEach((key, text) -> values.put(key, language.of(text)));
        values.put("language", language.label());
        values.put("style", style);
        values.put("next", content.next());
        values.put("query", URLEncoder.encode(content.next(), StandardCharsets.UTF_8));
        values.put("provider", content.provider());
        values.put(
                "user", content.signedIn() == null ? null : content.signedIn().user());
        values.put("fault", content.fault() == null ? null : language.of(content.fault()));
        return template.render(values, language);
    }
}
