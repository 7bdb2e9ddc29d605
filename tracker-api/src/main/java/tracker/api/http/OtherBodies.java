package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.Set;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.access.Rights;

/** Tells a request whose body is of a type that its route does not take from one that has no route: the framework refuses both alike. */
@Singleton
final class OtherBodies {
    private final Router router;

    OtherBodies(Router router) {
        this.router = router;
    }

    /** Whether there is such a route for this caller, was it not for the body. To be asked where no route was found. */
    boolean areWanted(HttpRequest<?> request, @Nullable Authentication caller) {
        Set<Right> rights = Rights.of(Callers.actor(caller).role());
        return request.getContentType().isPresent()
                && router.findAny(request.getPath(), request)
                        .filter(route ->
                                route.getRouteInfo().getHttpMethodName().equals(request.getMethodName()))
                        .anyMatch(route -> route.getAnnotationMetadata()
                                .enumValue(Needs.class, Right.class)
                                .filter(rights::contains)
                                .isPresent());
    }
}
