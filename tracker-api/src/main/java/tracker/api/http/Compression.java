package tracker.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;

/**
 * Says which answers the server must not compress, and of the others that they depend on it: streams of events would wait for more of them.
 * Texts above the threshold are compressed where the caller takes it; files say for themselves that they are not to be.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class Compression implements Ordered {
    @ResponseFilter
    void mark(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        if (isStream(request, response)) {
            response.header(HttpHeaders.CONTENT_ENCODING, "identity");
        } else {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private static boolean isStream(HttpRequest<?> request, MutableHttpResponse<?> response) {
        return response.code() == 200
                && RouteAttributes.getRouteMatch(request)
                        .map(RouteMatch::getRouteInfo)
                        .map(RouteInfo::getProduces)
                        .filter(types -> types.contains(MediaType.TEXT_EVENT_STREAM_TYPE))
                        .isPresent();
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
