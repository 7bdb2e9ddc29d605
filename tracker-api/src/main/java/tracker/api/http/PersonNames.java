package tracker.api.http;

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
        Object body = response.body();
        if (body instanceof String text && Persons.areNamed(text)) {
            return CompletableFuture.supplyAsync(() -> response.body(persons.opened(text, escape(response))), blocking);
        }
        if (body instanceof byte[] bytes && !response.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (Persons.areNamed(text)) {
                return CompletableFuture.supplyAsync(
                        () -> response.body(
                                persons.opened(text, escape(response)).getBytes(StandardCharsets.UTF_8)),
                        blocking);
            }
        }
        return CompletableFuture.completedStage(response);
    }

    private static UnaryOperator<String> escape(MutableHttpResponse<?> response) {
        return response.getContentType()
                        .filter(MediaType.TEXT_HTML_TYPE::matches)
                        .isPresent()
                ? HtmlEscape::escapeHtml5
                : Persons::inJson;
    }
}
