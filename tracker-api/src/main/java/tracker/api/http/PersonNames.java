package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;
import org.unbescape.html.HtmlEscape;
import tracker.api.persons.Persons;

/** Puts the names of persons into answers: one place, so that none shows what is encrypted and none what was erased. */
@ServerFilter("/api/**")
final class PersonNames {
    private final Persons persons;
    private final ExecutorService blocking;

    PersonNames(Persons persons, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.persons = persons;
        this.blocking = blocking;
    }

    /** Names may have to be asked for, and are waited for elsewhere; most answers have none, and go on where they are. */
    @ResponseFilter
    CompletionStage<MutableHttpResponse<?>> open(MutableHttpResponse<?> response) {
        String text = text(response);
        return text != null && Persons.areNamed(text)
                ? CompletableFuture.supplyAsync(() -> opened(response, text), blocking)
                : CompletableFuture.completedStage(response);
    }

    /** Null for what is no text, or not to be read as it is. */
    @Nullable
    private static String text(MutableHttpResponse<?> response) {
        if (response.body() instanceof byte[] bytes && !response.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return response.body() instanceof String text ? text : null;
    }

    private MutableHttpResponse<?> opened(MutableHttpResponse<?> response, String text) {
        String opened = persons.opened(text, escape(response));
        return response.body() instanceof String
                ? response.body(opened)
                : response.body(opened.getBytes(StandardCharsets.UTF_8));
    }

    private static UnaryOperator<String> escape(MutableHttpResponse<?> response) {
        return response.getContentType()
                        .filter(MediaType.TEXT_HTML_TYPE::matches)
                        .isPresent()
                ? HtmlEscape::escapeHtml5
                : Persons::inJson;
    }
}
