package tracker.api.traces;

import io.micronaut.context.annotation.Requires;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tracker.streams.domain.command.Result;
import tracker.streams.topology.DecisionObserver;

/** A span for the decision on each command that comes with a trace, on whichever node decides; the events and the result carry it on. */
@Singleton
@Requires(property = Traces.SETTING)
final class DecisionSpans implements DecisionObserver {
    private final Tracer tracer;

    DecisionSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Observed begin(Headers command) {
        Context sender = Traces.W3C.extract(Context.root(), command, new OfRecord());
        if (!Span.fromContext(sender).getSpanContext().isValid()) {
            return NONE.begin(command);
        }
        Span span = tracer.spanBuilder("decide")
                .setParent(sender)
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        return new Deciding(span, sender.with(span));
    }

    private record Deciding(Span span, Context context) implements Observed {
        @Override
        public Headers decided(Result result) {
            Headers carried = new RecordHeaders();
            Traces.W3C.inject(
                    context,
                    carried,
                    (headers, name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
            span.setAttribute("tracker.command.id", result.commandId());
            span.setAttribute("tracker.subject", result.subject().key());
            Outcomes.on(span, result);
            span.end();
            return carried;
        }

        @Override
        public void unusable(RuntimeException reason) {
            span.setStatus(StatusCode.ERROR, "dead letter");
            span.end();
        }
    }

    private static final class OfRecord implements TextMapGetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            List<String> names = new ArrayList<>();
            headers.forEach(header -> names.add(header.key()));
            return names;
        }

        @Override
        public String get(Headers headers, String name) {
            Header header = headers == null ? null : headers.lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
