package tracker.api.access.hop;

import io.micronaut.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;
import tracker.streams.domain.Actor;

/**
 * What a node says of the caller whose request it hands on: it has judged him already. {@code actor} is null for somebody without a token,
 * {@code ends} where his right does not end, {@code address} is where he asked from.
 */
public record HopPass(Actor actor, Instant ends, String address) {
    /** The header that carries it, signed. */
    public static final String HEADER = "Tracker-Hop";

    /** Of a node that asks for itself. */
    public static final HopPass OF_A_NODE = new HopPass(null, null, "");

    private static final String ATTRIBUTE = "tracker.hop";

    /** Empty for a request that comes from no other node. */
    public static Optional<HopPass> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, HopPass.class);
    }

    /** Whether a node asks for itself, and not for somebody without a token. */
    public boolean isOfANode() {
        return equals(OF_A_NODE);
    }

    /** What a pass is for: path and query as they came. */
    public static String target(HttpRequest<?> request) {
        String path = request.getUri().getRawPath();
        String query = request.getUri().getRawQuery();
        return query == null ? path : path + "?" + query;
    }

    void attach(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
