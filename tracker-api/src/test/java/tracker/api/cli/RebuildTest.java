package tracker.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reads go over to views that hold the same, and to no others. */
class RebuildTest {
    private final FakeTracker tracker = new FakeTracker();
    private final Shell shell = new Shell();

    @BeforeEach
    void connect() {
        shell.with("TRACKER_URL", tracker.url());
        tracker.answers("views/rebuild", generations(1, "{\"number\":2,\"caughtUp\":false}"))
                .answers("views", generations(1, "{\"number\":2,\"caughtUp\":false}"))
                .answers("views", generations(1, "{\"number\":2,\"caughtUp\":true}"))
                .answers("views/switch", generations(2, "{\"number\":1,\"caughtUp\":true}"));
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    @Test
    void equalViewsTakeTheirPlace() {
        tracker.answers("views/comparison", comparison(true));
        Shell.Run run = shell.run("rebuild");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("p @9  aa  =  aa\nequal; generation 2 is read now\n");
        assertThat(run.err()).isEqualTo("building …\ngeneration 2 is built\n");
        assertThat(shell.pauses()).hasSize(2);
        assertThat(tracker.requests()).endsWith("POST /api/v1/views/switch");
    }

    @Test
    void differentOnesDoNotAndAreNamed() {
        tracker.answers("views/comparison", comparison(false));
        Shell.Run run = shell.run("rebuild");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo(
                        "p @9  aa  ≠  bb\n  ≠ p/indicator/I01\nthey differ; not switched, generation 1 is still read\n");
        assertThat(tracker.requests()).noneMatch(request -> request.contains("switch"));
    }

    @Test
    void aCheckSwitchesNothing() {
        tracker.answers("views/comparison", comparison(true));
        Shell.Run run = shell.run("rebuild", "--check-only", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("{\"equal\":true,\"switched\":false,\"active\":1,\"plans\":[");
        assertThat(tracker.requests()).noneMatch(request -> request.contains("switch"));
    }

    @Test
    void aGenerationThatIsTakenAwayMeanwhileIsNotWaitedFor() {
        tracker.forget("views");
        tracker.answers("views", generations(1, "null"));
        assertThat(shell.run("rebuild").code()).isEqualTo(1);
        assertThat(shell.run("rebuild", "--back").code()).isEqualTo(1);
        assertThat(shell.run("rebuild", "--status").code()).isZero();
    }

    @Test
    void onlyOneThingIsDoneAtATime() {
        assertThat(shell.run("rebuild", "--back", "--retire").code()).isEqualTo(2);
        assertThat(tracker.requests()).isEmpty();
    }

    private static String generations(int active, String standby) {
        return "{\"active\":{\"number\":%d,\"caughtUp\":true,\"positions\":{}},\"standby\":%s}"
                .formatted(active, standby);
    }

    private static String comparison(boolean equal) {
        return "{\"equal\":%s,\"plans\":[{\"plan\":\"p\",\"position\":9,\"equal\":%s,\"active\":\"aa\",\"standby\":\"%s\",\"differing\":[%s]}]}"
                .formatted(equal, equal, equal ? "aa" : "bb", equal ? "" : "\"p/indicator/I01\"");
    }
}
