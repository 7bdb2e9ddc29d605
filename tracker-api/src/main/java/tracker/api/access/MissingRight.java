package tracker.api.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import java.util.Optional;

/** Tells, of a request that was refused, which right its caller lacked. */
public final class MissingRight {
    static final String ATTRIBUTE = "tracker.needed-right";

    private MissingRight() {}

    /** For what needs a right beyond its route's: to be thrown, and answered as every refusal is. */
    public static AuthorizationException refusal(HttpRequest<?> request, Authentication caller, Right needed) {
        request.setAttribute(ATTRIBUTE, needed);
        return new AuthorizationException(caller);
    }

    /** Empty where the request's route asks for none: there is no such route then. */
    public static Optional<Right> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Right.class);
    }
}
