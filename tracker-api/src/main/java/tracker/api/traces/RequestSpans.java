package tracker.api.traces;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

/** A span for each request, which goes on with the trace that the caller is in. It names the route, not the path. */
@ServerFilter("/api/**")
@Requires(property = Traces.SETTING)
final class RequestSpans implements Ordered {
    private static final String ATTRIBUTE = "tracker.span";
    private static final int SERVER_ERROR = 500;

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        Context caller = Traces.W3C.extract(Context.root(), request, new Headers());
        Span span = tracer.spanBuilder(request.getMethodName())
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", request.getMethodName())
                .startSpan();
        request.setAttribute(ATTRIBUTE, span);
        context.add(new RequestSpan(caller.with(span)));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, HttpResponse<?> response) {
        request.removeAttribute(ATTRIBUTE, Span.class).ifPresent(span -> {
            BasicHttpAttributes.getUriTemplate(request).ifPresent(route -> {
                span.updateName(request.getMethodName() + " " + route);
                span.setAttribute("http.route", route);
            });
            span.setAttribute("http.response.status_code", response.code());
            String id = response.getHeaders().get("X-Request-Id");
            if (id != null) {
                span.setAttribute("tracker.request.id", id);
            }
            if (response.code() >= SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }

    /** Outermost, so that what others refuse is seen too. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    private static final class Headers implements TextMapGetter<HttpRequest<?>> {
        @Override
        public Iterable<String> keys(HttpRequest<?> request) {
            return request.getHeaders().names();
        }

        @Override
        public String get(@Nullable HttpRequest<?> request, String name) {
            return request == null ? null : request.getHeaders().get(name);
        }
    }
}
