package tracker.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.plan.Supervision;
import tracker.streams.domain.state.Head;
import tracker.streams.domain.state.Subject;
import tracker.streams.domain.state.Subject.PlanState;
import tracker.streams.domain.state.Tracked.IndicatorState;
import tracker.streams.domain.state.Tracked.ProjectState;

/** Rows that an older node stored are read by a newer one: what they do not know yet is empty. */
class InternalJsonTest {
    private static final InternalJson<Subject> SUBJECTS = new InternalJson<>(Subject.class);
    private static final String HEAD =
            "\"head\":{\"id\":{\"plan\":\"zone\",\"kind\":\"%s\",\"id\":\"%s\"},\"version\":1,\"position\":1,"
                    + "\"recordedAt\":\"2023-02-01T00:00:00Z\"}";
    private static final String NAME = "\"name\":{\"zh\":\"甲\",\"en\":\"a\"}";

    @Test
    void anIndicatorFromBeforeWarnings() {
        IndicatorState indicator =
                (IndicatorState) read("{\"is\":\"IndicatorState\"," + HEAD.formatted("INDICATOR", "I01")
                        + ",\"definition\":{\"collection\":\"CORE\"," + NAME + ",\"unit\":\"亿元\",\"measure\":\"LEVEL\","
                        + "\"direction\":\"HIGHER\",\"baseline\":2820,\"target\":5000,\"frequency\":\"YEAR\",\"allowanceDays\":60,"
                        + "\"longTerm\":false,\"yearlyTargets\":[],\"history\":[]},"
                        + "\"responsibility\":{\"lead\":\"economy\",\"assisting\":[]},\"reports\":{}}");

        assertThat(indicator.warnings()).isEmpty();
        assertThat(indicator.definition().cumulative()).isFalse();
        assertThat(indicator.responsibility().provisional()).isFalse();
    }

    @Test
    void aProjectFromBeforeMilestones() {
        ProjectState project = (ProjectState) read("{\"is\":\"ProjectState\"," + HEAD.formatted("PROJECT", "P01")
                + ",\"definition\":{\"category\":\"industry\"," + NAME + ",\"owner\":{\"zh\":\"乙\",\"en\":\"b\"},"
                + "\"investment\":160,\"unit\":\"亿元\"},\"reports\":{}}");

        assertThat(project.milestones()).isEmpty();
        assertThat(project.yearlyPlan()).isEmpty();
    }

    @Test
    void aPlanFromBeforeSupervision() {
        PlanState plan = (PlanState) read("{\"is\":\"PlanState\"," + HEAD.formatted("PLAN", "zone")
                + ",\"definition\":{" + NAME
                + ",\"start\":\"2021-01-01\",\"end\":\"2025-12-31\",\"timeZone\":\"Asia/Shanghai\","
                + "\"simulated\":false,\"expectedLine\":\"LINEAR\",\"thresholds\":{\"onTrack\":0.95,\"atRisk\":0.60,\"offTrack\":0},"
                + "\"goals\":[],\"categories\":[],\"departments\":[],\"units\":[],\"history\":[]}}");

        assertThat(plan.definition().supervision()).isEqualTo(Supervision.DEFAULT);
        assertThat(plan.day()).isNull();
    }

    /** What is decided on it is the same as what is made of the event again. */
    @Test
    void aMomentHasTheMillisecondsThatTheLogKeepsOfIt() {
        InternalJson<Head> heads = new InternalJson<>(Head.class);
        Head head = new Head(SubjectId.ofPlan("zone"), 1, 1, Instant.parse("2023-02-01T00:00:00.123456Z"));

        byte[] written = heads.encode(head);
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("\"recordedAt\":1675209600123}");
        assertThat(heads.decode(written).recordedAt()).isEqualTo("2023-02-01T00:00:00.123Z");
    }

    private static Subject read(String json) {
        return SUBJECTS.decode(json.getBytes(StandardCharsets.UTF_8));
    }
}
