package tracker.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static tracker.streams.domain.Given.ECONOMY;
import static tracker.streams.domain.Given.OFFICE;
import static tracker.streams.domain.Given.PLAN;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.Given;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Intent;
import tracker.streams.domain.command.Refusal.Code;
import tracker.streams.domain.command.Result;
import tracker.streams.domain.event.Change;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;
import tracker.streams.domain.plan.Measure;
import tracker.streams.domain.plan.PlanDefinition;
import tracker.streams.domain.plan.Thresholds;

class TopologyTest {
    private static final SubjectId I01 = new SubjectId(PLAN, Kind.INDICATOR, "I01");
    private static final SubjectId P01 = new SubjectId(PLAN, Kind.PROJECT, "P01");
    private static final Instant NOW = Instant.parse("2023-02-01T00:00:00Z");
    private static final Intent REPORT = new Intent.ReportProgress(Given.value("2022", "3600"));

    private final Pipeline pipeline = new Pipeline();

    @BeforeEach
    void registerThePlan() {
        accepted(pipeline.send(SubjectId.ofPlan(PLAN), OFFICE, 0L, null, new Intent.RegisterPlan(Given.plan()), NOW));
        accepted(pipeline.send(
                I01,
                OFFICE,
                0L,
                null,
                new Intent.DefineIndicator(Given.indicator(Measure.LEVEL, "2820", "5000")),
                NOW));
        accepted(pipeline.send(P01, OFFICE, 0L, null, new Intent.RegisterProject(Given.project("160")), NOW));
        accepted(pipeline.send(I01, OFFICE, 1L, null, new Intent.AssignResponsibility(Given.lead("economy")), NOW));
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void eachEventNamesItsPredecessorsHashAndHasItsPlaces() {
        accepted(pipeline.send(I01, ECONOMY, 2L, null, REPORT, NOW));

        // The report, and the warning that it brings: 3600 is behind.
        assertThat(pipeline.events()).extracting(Event::position).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        Hash previous = Hash.NONE;
        long version = 0;
        for (TestRecord<String, byte[]> record : pipeline.log) {
            Event event = pipeline.codec.decode(record.value());
            assertThat(record.key()).isEqualTo(event.subject().key());
            if (event.subject().equals(I01)) {
                assertThat(event.previousHash()).isEqualTo(previous);
                assertThat(event.version()).isEqualTo(++version);
                previous = EventCodec.hash(record.value());
            }
        }
        assertThat(version).isEqualTo(4);
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAndAddsNothing() {
        Result first = pipeline.send(I01, ECONOMY, null, "key", REPORT, NOW);
        int events = pipeline.log.size();

        Result again = pipeline.send(I01, ECONOMY, null, "key", REPORT, NOW.plusSeconds(60));
        Result other = pipeline.send(
                I01, ECONOMY, null, "key", new Intent.ReportProgress(Given.value("2022", "3601")), NOW.plusSeconds(60));

        assertThat(again.outcome()).isEqualTo(first.outcome());
        assertThat(again.commandId()).isNotEqualTo(first.commandId());
        assertThat(refusal(other)).isEqualTo(Code.KEY_REUSED);
        assertThat(pipeline.log).hasSize(events);
    }

    @Test
    void aCommandThatIsOnTheLogTwiceIsCarriedOutOnce() {
        Command command = new Command("same", I01, ECONOMY, null, null, null, REPORT);
        Result first = pipeline.send(command, NOW);
        int events = pipeline.log.size();

        assertThat(pipeline.send(command, NOW)).isEqualTo(first);
        assertThat(pipeline.log).hasSize(events);
    }

    @Test
    void aRefusalIsRememberedForItsKey() {
        assertThat(refusal(pipeline.send(I01, ECONOMY, 1L, "key", REPORT, NOW))).isEqualTo(Code.STALE_VERSION);
        assertThat(refusal(pipeline.send(I01, ECONOMY, 2L, "key", REPORT, NOW))).isEqualTo(Code.STALE_VERSION);
    }

    @Test
    void answersAreForgottenAfterTheirTimeAndNotBefore() {
        pipeline.send(I01, ECONOMY, null, "key", REPORT, NOW);
        Instant within = NOW.plus(Pipeline.RETENTION).minusSeconds(1);
        Instant after = NOW.plus(Pipeline.RETENTION).plusSeconds(1);

        assertThat(pipeline.send(I01, ECONOMY, null, "key", REPORT, within).outcome())
                .isInstanceOf(Result.Accepted.class);
        for (int i = 0; i < 3; i++) {
            pipeline.send(I01, ECONOMY, 1L, null, REPORT, after);
        }

        assertThat(refusal(pipeline.send(I01, ECONOMY, null, "key", REPORT, after)))
                .isEqualTo(Code.PERIOD_ALREADY_REPORTED);
        assertThat(pipeline.answers()).doesNotContainKey("c/c1").containsKey("c/c9");
    }

    @Test
    void theClockOfAPlanNeverGoesBack() {
        accepted(pipeline.send(I01, ECONOMY, null, null, REPORT, NOW.minus(Duration.ofHours(1))));

        List<Event> events = pipeline.events();
        assertThat(events.get(events.size() - 1).recordedAt()).isEqualTo(NOW);
    }

    @Test
    void whatIsNoCommandIsADeadLetterAndTheStreamGoesOn() {
        byte[] garbage = "\u0000garbage".getBytes(StandardCharsets.UTF_8);
        pipeline.sendBytes("zone/indicator/I01", garbage);
        pipeline.sendBytes("zone/indicator/I01", null);

        List<TestRecord<String, byte[]>> dead = pipeline.deadCommands();
        assertThat(dead).hasSize(2);
        assertThat(dead.get(0).value()).isEqualTo(garbage);
        assertThat(new String(dead.get(0).headers().lastHeader("tracker.reason").value(), StandardCharsets.UTF_8))
                .contains("not a Command");
        accepted(pipeline.send(I01, ECONOMY, null, null, REPORT, NOW));
    }

    @Test
    void theSameEventsGiveTheSameViewsToTheByte() {
        accepted(pipeline.send(I01, ECONOMY, null, null, REPORT, NOW));

        assertThat(Pipeline.views(pipeline.log)).isEqualTo(Pipeline.views(pipeline.log));
    }

    @Test
    void whatDoesNotContinueTheLogIsNotApplied() {
        accepted(pipeline.send(I01, ECONOMY, null, null, REPORT, NOW));
        List<TestRecord<String, byte[]>> disturbed = new ArrayList<>(pipeline.log);
        TestRecord<String, byte[]> last = disturbed.get(disturbed.size() - 1);
        disturbed.add(3, new TestRecord<>(last.key(), new byte[] {1, 2, 3}));
        disturbed.add(3, disturbed.get(1));
        disturbed.add(last);

        var views = Pipeline.views(disturbed);

        assertThat(views.get("dead letters")).containsEntry("count", "3");
        views.remove("dead letters");
        assertThat(Pipeline.views(pipeline.log)).containsAllEntriesOf(views);
    }

    @Test
    void theRollUpFollowsItsSubjects() {
        accepted(pipeline.send(I01, ECONOMY, null, null, REPORT, NOW));
        String sums = Pipeline.views(pipeline.log).get(ViewTopology.STATES).get(ViewKeys.sums(PLAN));

        assertThat(StoredStates.sums(HexFormat.of().parseHex(sums)).tally().sums())
                .containsOnlyKeys(
                        "indicators/core/at-risk",
                        "goal/strength/at-risk",
                        "category/industry/no-data",
                        "planned/industry/亿元",
                        "status/preparation",
                        "warnings/behind");
    }

    @Test
    void theRollUpAndTheHistoryFollowTheRulesThatThePlanIsJudgedBy() {
        accepted(pipeline.send(I01, ECONOMY, null, null, REPORT, NOW));
        PlanDefinition lenient =
                Given.plan(new Thresholds(new BigDecimal("0.8"), new BigDecimal("0.6"), BigDecimal.ZERO));
        Intent adjust = new Intent.Adjust(new Change.OfPlan(lenient), "doc. 7");
        accepted(pipeline.send(
                new Command("adjust", SubjectId.ofPlan(PLAN), OFFICE, null, null, "because", adjust), NOW));
        var views = Pipeline.views(pipeline.log);
        String sums = views.get(ViewTopology.STATES).get(ViewKeys.sums(PLAN));
        byte[] entry = HexFormat.of().parseHex(views.get(ViewTopology.HISTORY).get(ViewKeys.version(I01, 5)));

        // 0.89 of the way was at risk, and is on track now.
        assertThat(StoredStates.sums(HexFormat.of().parseHex(sums)).tally().sums())
                .containsKeys("indicators/core/on-track", "goal/strength/on-track")
                .doesNotContainKeys("indicators/core/at-risk", "goal/strength/at-risk");
        assertThat(new String(entry, StandardCharsets.UTF_8))
                .contains("{\"field\":\"rating\",\"from\":\"at-risk\",\"to\":\"on-track\"}");
    }

    @Test
    void aBatchOnNoPlanIsRefused() {
        SubjectId nowhere = SubjectId.ofPlan("nowhere");
        Intent.Item item = new Intent.Item(new SubjectId("nowhere", Kind.INDICATOR, "I01"), REPORT, null);

        assertThat(refusal(pipeline.send(nowhere, OFFICE, null, null, new Intent.Batch(List.of(item), false), NOW)))
                .isEqualTo(Code.UNKNOWN_PLAN);
    }

    private static void accepted(Result result) {
        assertThat(result.outcome()).isInstanceOf(Result.Accepted.class);
    }

    private static Code refusal(Result result) {
        return ((Result.Refused) result.outcome()).refusal().code();
    }
}
