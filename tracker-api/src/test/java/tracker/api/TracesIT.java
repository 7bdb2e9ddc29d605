package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a request did can be followed to the event that it caused, in traces and in the log. */
class TracesIT extends RunningTracker {
    private final TraceCollector collector = new TraceCollector();
    private final List<ILoggingEvent> logged = new CopyOnWriteArrayList<>();

    @Override
    Map<String, Object> settings() {
        return Map.of("tracker.traces", collector.address(), "tracker.access-log", true);
    }

    @BeforeAll
    void listen() {
        AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                event.prepareForDeferredProcessing();
                logged.add(event);
            }
        };
        ear.setName("ear");
        ear.start();
        Logger logger = (Logger) LoggerFactory.getLogger("tracker");
        logger.setLevel(Level.INFO);
        logger.addAppender(ear);
    }

    @AfterAll
    void silence() {
        ((Logger) LoggerFactory.getLogger("tracker")).detachAppender("ear");
        collector.close();
    }

    @Test
    void oneTraceLeadsFromTheRequestToTheDecision() {
        String accepted = "4bf92f3577b34da6a3ce929d0e0e4736";
        TestClient.Answer written = office.post(
                indicator("I01") + "/reports", report("2022", "3600", "亿元"), "traceparent", parent(accepted));
        assertThat(written.status()).isEqualTo(201);
        List<Span> spans = chain(accepted);
        assertThat(spans.get(0).getName()).startsWith("POST /api/v1/plans/{plan}/{kind:");
        assertThat(TraceCollector.attribute(spans.get(0), "http.response.status_code"))
                .hasValue("201");
        assertThat(TraceCollector.attribute(spans.get(1), "tracker.outcome")).hasValue("accepted");
        assertThat(TraceCollector.attribute(spans.get(2), "tracker.position"))
                .hasValue(written.json().path("position").asText());

        String refused = "5bf92f3577b34da6a3ce929d0e0e4736";
        assertThat(office.post(
                                indicator("I01") + "/reports",
                                report("2022", "3600", "亿元"),
                                "traceparent",
                                parent(refused))
                        .status())
                .isEqualTo(409);
        assertThat(TraceCollector.attribute(chain(refused).get(2), "tracker.outcome"))
                .hasValue("period-already-reported");
    }

    @Test
    void eachWriteIsOneLineWithTheRequestsIdAndNobodysName() {
        TestClient.Answer written =
                office.post(indicator("I21") + "/reports", report("2021", "99.5", "%"), "X-Request-Id", "my-request.1");
        assertThat(written.header("X-Request-Id")).isEqualTo("my-request.1");
        await().untilAsserted(() -> assertThat(linesOf("my-request.1")).hasSize(2));
        ILoggingEvent write = linesOf("my-request.1").stream()
                .filter(line -> line.getLoggerName().endsWith("WriteLog"))
                .findFirst()
                .orElseThrow();
        assertThat(write.getFormattedMessage()).contains("indicator/I21", "accepted version");
        assertThat(write.getMDCPropertyMap()).containsEntry("request", "my-request.1");
        ILoggingEvent access = linesOf("my-request.1").stream()
                .filter(line -> line.getLoggerName().endsWith("AccessLog"))
                .findFirst()
                .orElseThrow();
        assertThat(access.getFormattedMessage())
                .contains("POST /api/v1/plans/{plan}/{kind:", " 201, ", " bytes, planning-office")
                .doesNotContain("I21");
        assertThat(logged)
                .noneMatch(line -> line.getFormattedMessage().contains(office.token())
                        || line.getFormattedMessage().contains("99.5"));
    }

    @Test
    void anIdThatIsNoneIsReplaced() {
        TestClient.Answer answer = office.get(TestClient.PLAN, "X-Request-Id", "a b<script>");
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        TestClient.Answer refused = TestClient.anonymous(tracker.port()).get(TestClient.PLAN, "X-Request-Id", "who");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("X-Request-Id")).isEqualTo("who");
    }

    private List<ILoggingEvent> linesOf(String request) {
        return logged.stream()
                .filter(line -> request.equals(line.getMDCPropertyMap().get("request"))
                        || line.getFormattedMessage().contains(request))
                .toList();
    }

    /** Request, command, decision: each the parent of the next, and the first the child of what the caller named. */
    private List<Span> chain(String trace) {
        await().untilAsserted(() -> assertThat(collector.spansOf(trace)).hasSize(3));
        Span request = childOf(trace, "00f067aa0ba902b7");
        Span command = childOf(trace, TraceCollector.hex(request.getSpanId().toByteArray()));
        Span decision = childOf(trace, TraceCollector.hex(command.getSpanId().toByteArray()));
        assertThat(command.getName()).isEqualTo("command");
        assertThat(decision.getName()).isEqualTo("decide");
        return List.of(request, command, decision);
    }

    private Span childOf(String trace, String parent) {
        return collector.spansOf(trace).stream()
                .filter(span ->
                        TraceCollector.hex(span.getParentSpanId().toByteArray()).equals(parent))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no child of " + parent));
    }

    private static String parent(String trace) {
        return "00-" + trace + "-00f067aa0ba902b7-01";
    }
}
