package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.unbescape.html.HtmlEscape;
import tracker.api.persons.Persons;

/** Puts the names of persons into answers: one place, so that none shows what is encrypted and none what was erased. */
@ServerFilter("/api/**")
final class PersonNames {
    private final Persons persons;

    PersonNames(Persons persons) {
        this.persons = persons;
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void open(MutableHttpResponse<?> response) {
        UnaryOperator<String> escape = response.getContentType()
                        .filter(MediaType.TEXT_HTML_TYPE::matches)
                        .isPresent()
                ? HtmlEscape::escapeHtml5
                : Persons::inJson;
        if (response.body() instanceof byte[] bytes && !response.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            String opened = persons.opened(text, escape);
            if (!opened.equals(text)) {
                response.body(opened.getBytes(StandardCharsets.UTF_8));
            }
        } else if (response.body() instanceof String text) {
            response.body(persons.opened(text, escape));
        }
    }
}
