package tracker.api.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.authentication.Authentication;
import tracker.api.http.wire.AccessLog;

/** Tells the access log what only the routes know: which one it was, never with the names in its path, and in which role somebody asked. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = AccessLog.SETTING, value = "true")
final class AccessNotes implements Ordered {
    private static final String NONE = "-";

    @ResponseFilter
    void note(HttpRequest<?> request, HttpResponse<?> response) {
        if (request instanceof NettyHttpRequest<?> netty) {
            String role = request.getUserPrincipal(Authentication.class)
                    .flatMap(caller -> caller.getRoles().stream().findFirst())
                    .orElse(NONE);
            AccessLog.note(
                    netty.getChannelHandlerContext().channel(),
                    new AccessLog.Note(
                            RequestIds.of(request),
                            BasicHttpAttributes.getUriTemplate(request).orElse(NONE),
                            role));
        }
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
