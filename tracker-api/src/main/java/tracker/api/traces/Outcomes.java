package tracker.api.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.command.Result;

/** What became of a command, as a span says it. A refusal is no error: the tracker did what it is for. */
final class Outcomes {
    private static final AttributeKey<List<String>> EVENTS = AttributeKey.stringArrayKey("tracker.event.ids");

    private Outcomes() {}

    static void on(Span span, Result result) {
        if (result.outcome() instanceof Result.Accepted accepted) {
            span.setAttribute("tracker.outcome", "accepted");
            span.setAttribute("tracker.version", accepted.version());
            span.setAttribute("tracker.position", accepted.position());
            span.setAttribute(EVENTS, accepted.eventIds());
        } else if (result.outcome() instanceof Result.Refused refused) {
            span.setAttribute(
                    "tracker.outcome", Labelled.fromName(refused.refusal().code()));
        }
    }
}
