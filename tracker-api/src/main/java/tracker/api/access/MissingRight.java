package tracker.api.access;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/** Tells, of a request that was refused, which right its caller lacked. */
public final class MissingRight {
    static final String ATTRIBUTE = "tracker.needed-right";

    private MissingRight() {}

    /** Empty where the request's route asks for none: there is no such route then. */
    public static Optional<Right> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Right.class);
    }
}
