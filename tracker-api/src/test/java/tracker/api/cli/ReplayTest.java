package tracker.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replay goes from page to page and then along the stream, and shows each event once. */
class ReplayTest {
    private static final String EVENTS = "plans/p/events";
    private static final String STREAM = "plans/p/events/stream";

    private final FakeTracker tracker = new FakeTracker();
    private final Shell shell = new Shell();

    @BeforeEach
    void connect() {
        shell.with("TRACKER_URL", tracker.url());
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    @Test
    void pagesAreReadToTheEnd() {
        tracker.answers(EVENTS, "{\"items\":[{\"position\":1},{\"position\":2}],\"next\":\"7\"}")
                .answers(EVENTS, "{\"items\":[{\"position\":8,\"data\":{\"value\":\"1.50\"}}]}");
        Shell.Run run = shell.run("replay", "--plan", "p", "--json", "--subject", "indicator/I01", "--actor", "a b");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo("{\"position\":1}\n{\"position\":2}\n{\"position\":8,\"data\":{\"value\":\"1.50\"}}\n");
        assertThat(tracker.requests())
                .containsExactly(
                        "GET /api/v1/plans/p/events?subject=indicator%2FI01&actor=a%20b&limit=500&after=0",
                        "GET /api/v1/plans/p/events?subject=indicator%2FI01&actor=a%20b&limit=500&after=7");
    }

    @Test
    void aLineForPeopleSaysWhoWhenAndWhat() {
        tracker.answers(EVENTS, """
                {"items":[{"position":9,"recordedAt":"2026-01-01T00:00:00Z","kind":"indicator","subject":"I01","version":3,
                "type":"ReportCorrected","period":"2022","actor":{"user":"Li"},"reason":"final count"}]}""");
        assertThat(shell.run("replay", "--plan", "p").out())
                .isEqualTo("9  2026-01-01T00:00:00Z  indicator/I01 v3  ReportCorrected 2022  Li  final count\n");
    }

    @Test
    void theStreamIsResumedAfterEachCutAndShowsEachEventOnce() {
        tracker.answers(EVENTS, "{\"items\":[{\"position\":1}]}")
                .answers(STREAM, 200, "text/event-stream", sse(2, 3))
                .breaksOff(STREAM, sse(3, 4))
                .answers(STREAM, 503, "application/problem+json", new byte[0])
                .breaksOff(STREAM, "data: {\"position\":5}\nid: 5\nevent: ev".getBytes(StandardCharsets.UTF_8))
                .answers(STREAM, 200, "text/event-stream", sse(5))
                .answers(STREAM, 401, "application/problem+json", new byte[0]);
        Shell.Run run = shell.run("replay", "--plan", "p", "--follow", "--json", "--type", "T");
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"position\":1}",
                        "{\"position\":2}",
                        "{\"position\":3}",
                        "{\"position\":4}",
                        "{\"position\":5}");
        assertThat(run.code()).isEqualTo(1);
        assertThat(tracker.headers("Last-Event-ID")).containsExactly(null, "1", "3", "4", "4", "4", "5");
        assertThat(tracker.requests())
                .filteredOn(request -> request.contains("stream"))
                .allMatch(request -> request.endsWith("?type=T"));
        // The longer nothing comes, the longer it waits.
        assertThat(shell.pauses()).hasSize(5);
        assertThat(shell.pauses().get(2)).isGreaterThan(shell.pauses().get(1));
        assertThat(run.err()).contains("resuming");
    }

    @Test
    void aLogThatIsShorterThanItWasIsNoLogToFollow() {
        tracker.answers(EVENTS, "{\"items\":[{\"position\":9}]}")
                .answers(
                        STREAM,
                        200,
                        "text/event-stream",
                        "data: {\"after\":9,\"last\":4}\nevent: gap\n\n".getBytes(StandardCharsets.UTF_8));
        Shell.Run run = shell.run("replay", "--plan", "p", "--follow");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("The log ends at 4, before 9");
    }

    private static byte[] sse(int... positions) {
        StringBuilder stream = new StringBuilder(": heartbeat\ndata: \n\n");
        for (int position : positions) {
            stream.append("data: {\"position\":%d}\nid: %d\nevent: event\n\n".formatted(position, position));
        }
        return stream.toString().getBytes(StandardCharsets.UTF_8);
    }
}
