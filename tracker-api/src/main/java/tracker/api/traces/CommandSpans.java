package tracker.api.traces;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.propagation.PropagatedContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tracker.api.command.CommandObserver;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Result;

/** A span for each command that a request sends, from there to its committed result. What the tracker does of itself has no trace. */
@Singleton
@Requires(property = Traces.SETTING)
final class CommandSpans implements CommandObserver {
    private static final Sent UNTRACED = new Sent() {
        @Override
        public Map<String, String> headers() {
            return Map.of();
        }

        @Override
        public void ended(Result result, Throwable fault) {}
    };

    private final Tracer tracer;

    CommandSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Sent sending(Command command) {
        Optional<RequestSpan> request = PropagatedContext.getOrEmpty().find(RequestSpan.class);
        return request.map(span -> span(command, span.context())).orElse(UNTRACED);
    }

    private Sent span(Command command, Context parent) {
        Span span = tracer.spanBuilder("command")
                .setParent(parent)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("tracker.command.id", command.id())
                .setAttribute("tracker.subject", command.subject().key())
                .startSpan();
        return new Traced(span, parent.with(span));
    }

    private record Traced(Span span, Context context) implements Sent {
        @Override
        public Map<String, String> headers() {
            Map<String, String> headers = new HashMap<>();
            Traces.W3C.inject(context, headers, Map::put);
            return headers;
        }

        @Override
        public void ended(Result result, Throwable fault) {
            if (result == null) {
                span.setStatus(StatusCode.ERROR, fault.getClass().getSimpleName());
            } else {
                Outcomes.on(span, result);
            }
            span.end();
        }
    }
}
