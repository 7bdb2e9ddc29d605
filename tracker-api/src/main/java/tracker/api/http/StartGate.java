package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import tracker.api.StartPhase;
import tracker.api.access.hop.HopPass;
import tracker.streams.domain.Text;

/** While the tracker starts or leaves, it answers that it does: what it would say of the plans then could be wrong. */
@ServerFilter("/api/**")
final class StartGate implements Ordered {
    private static final Text STARTING = new Text("系统正在启动，请稍后再试。", "The tracker is starting; ask again shortly.");
    private static final Text LEAVING = new Text("系统正在停止，请稍后再试。", "The tracker is stopping; ask again shortly.");

    private final StartPhase phase;
    private final Problems problems;

    StartGate(StartPhase phase, Problems problems) {
        this.phase = phase;
        this.problems = problems;
    }

    /** Null: go on. */
    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        // What another node hands on is told, by the filter that knows of it, to go elsewhere.
        return phase.isAnswering() || request.getHeaders().contains(HopPass.HEADER)
                ? null
                : problems.of(request, Problem.Type.NOT_READY, phase.isLeaving() ? LEAVING : STARTING);
    }

    @Override
    public int getOrder() {
        // Inside of what names, logs and traces requests.
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}
