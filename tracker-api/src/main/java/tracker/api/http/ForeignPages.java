package tracker.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import tracker.streams.domain.Text;

/** Says why, where the framework refuses a page of another site by itself: on localhost it does so without a word. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ForeignPages implements Ordered {
    private final Problems problems;

    ForeignPages(Problems problems) {
        this.problems = problems;
    }

    @ResponseFilter
    MutableHttpResponse<?> explained(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean wordless = response.status() == HttpStatus.FORBIDDEN
                && response.getBody().isEmpty()
                && request.getOrigin().isPresent();
        return wordless
                ? problems.of(
                        request,
                        Problem.Type.CROSS_SITE,
                        new Text("不接受其他站点页面的请求。", "Requests of another site's pages are not taken."))
                : response;
    }

    /** Outside of what refuses, inside of what puts its headers on every answer. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.after();
    }
}
