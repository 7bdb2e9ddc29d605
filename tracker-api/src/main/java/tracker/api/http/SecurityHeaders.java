package tracker.api.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/** What every answer tells a browser: to take it for what it says it is, to show it in no frame of others, and to load nothing from elsewhere. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders implements Ordered {
    private static final String POLICY = "Content-Security-Policy";
    /** Our pages bring their styles with them. */
    private static final String OWN_ONLY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

    @ResponseFilter
    void add(MutableHttpResponse<?> response) {
        response.header("X-Content-Type-Options", "nosniff");
        response.header("X-Frame-Options", "DENY");
        // To other sites nothing. Our own forms must say where they come from: without a referrer they would send
        // "Origin: null".
        response.header("Referrer-Policy", "same-origin");
        if (!response.getHeaders().contains(POLICY)) {
            response.header(POLICY, OWN_ONLY);
        }
    }

    /** Outside of all others: what they refuse goes through it too. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
