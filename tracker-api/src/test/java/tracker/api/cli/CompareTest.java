package tracker.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two moments, whole and side by side. */
class CompareTest {
    private static final String COMPARE = "plans/p/compare";
    private static final String FIRST = """
            {"from":{"position":3,"recordedAt":"2026-01-01T00:00:00Z"},"to":{"position":9,"recordedAt":"2026-02-01T00:00:00Z"},
            "plan":[{"field":"ratings","from":{"on-track":1,"no-data":2},"to":{"on-track":2,"no-data":2}}],
            "items":[{"id":"indicator/I01","name":{"zh":"总值","en":"Value"},
            "changes":[{"field":"value","from":null,"to":3600.50}],
            "events":[{"recordedAt":"2026-01-05T00:00:00Z","type":"ProgressReported","actor":{"user":"Li"},"reason":"counted"}]}],
            "next":"abc"}""";

    private final FakeTracker tracker = new FakeTracker();
    private final Shell shell = new Shell();

    @BeforeEach
    void answer() {
        shell.with("TRACKER_URL", tracker.url());
        tracker.answers(COMPARE, FIRST).answers(COMPARE, "{\"items\":[{\"id\":\"indicator/I02\",\"changes\":[]}]}");
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    @Test
    void allPagesAreOfTheMomentOfTheFirst() {
        Shell.Run run =
                shell.run("compare", "--plan", "p", "--from", "2026-01-01T00:00:00Z", "--rating", "on-track", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out())
                .contains("indicator/I01", "indicator/I02", "3600.50")
                .doesNotContain("\"next\"");
        assertThat(tracker.requests().get(0)).doesNotContain("to=").contains("rating=on-track");
        assertThat(tracker.requests().get(1)).contains("to=2026-02-01T00%3A00%3A00Z", "cursor=abc");
    }

    @Test
    void whatMovedStandsBesideWhatItWas() {
        Shell.Run run = shell.run("compare", "--plan", "p", "--from", "2026-01-01T00:00:00Z", "--lang", "zh");
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        " 2026-01-01T00:00:00Z @3 2026-02-01T00:00:00Z @9",
                        " ratings.on-track 1 2",
                        "",
                        "indicator/I01 总值",
                        " value - 3600.50",
                        " · 2026-01-05T00:00:00Z ProgressReported Li counted",
                        "",
                        "indicator/I02 ");
    }
}
