package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tracker.api.access.Callers;
import tracker.api.access.Needs;
import tracker.api.access.Right;
import tracker.api.access.Rights;

/** Tells a request whose body or whose wish is of a type that its route does not have from one that has no route: the framework refuses all alike. */
@Singleton
final class OtherTypes {
    private final Router router;

    OtherTypes(Router router) {
        this.router = router;
    }

    /** What is to be answered where there is such a route for this caller, was it not for the types; empty where there is none. */
    Optional<HttpStatus> refusal(HttpRequest<?> request, @Nullable Authentication caller) {
        Set<Right> rights = Rights.of(Callers.actor(caller).role());
        List<UriRouteInfo<?, ?>> routes = routes(request)
                .filter(route -> right(route).filter(rights::contains).isPresent())
                .toList();
        MediaType sent = request.getContentType().orElse(null);
        if (routes.isEmpty()) {
            return Optional.empty();
        }
        if (HttpMethod.requiresRequestBody(request.getMethod())
                && sent != null
                && routes.stream().noneMatch(route -> route.doesConsume(sent))) {
            return Optional.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        return routes.stream().anyMatch(route -> route.doesProduce(request.accept()))
                ? Optional.empty()
                : Optional.of(HttpStatus.NOT_ACCEPTABLE);
    }

    /** Which right the caller would need for such a route, whatever its types; empty where there is none, or the right is there. */
    Optional<Right> missingRight(HttpRequest<?> request, @Nullable Authentication caller) {
        Set<Right> rights = Rights.of(Callers.actor(caller).role());
        return routes(request)
                .map(OtherTypes::right)
                .flatMap(Optional::stream)
                .filter(right -> !rights.contains(right))
                .findFirst();
    }

    private Stream<UriRouteInfo<?, ?>> routes(HttpRequest<?> request) {
        return router.findAny(request.getPath(), request)
                .<UriRouteInfo<?, ?>>map(UriRouteMatch::getRouteInfo)
                .filter(route -> route.getHttpMethodName().equals(request.getMethodName()));
    }

    private static Optional<Right> right(UriRouteInfo<?, ?> route) {
        return route.getAnnotationMetadata().enumValue(Needs.class, Right.class);
    }
}
