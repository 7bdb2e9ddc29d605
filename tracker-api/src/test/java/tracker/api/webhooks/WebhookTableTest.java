package tracker.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tracker.api.webhooks.Delivery.Outcome;
import tracker.api.webhooks.rules.Answer.Reason;
import tracker.api.webhooks.rules.WarningFilter;
import tracker.api.webhooks.rules.WarningKind;
import tracker.streams.domain.Kind;
import tracker.streams.domain.plan.WarningRule;

/** What is written down is there again after a restart, in whatever order compaction has left it. */
class WebhookTableTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final WarningFilter SOME = new WarningFilter(
            List.of(WarningKind.WARNING_RAISED), "economy", List.of(WarningRule.BEHIND), List.of(Kind.INDICATOR), null);

    private final KeptRows rows = new KeptRows();
    private final WebhookTable table = new WebhookTable(rows);
    private final Webhook webhook =
            new Webhook("one", "plan", "economy", "https://example.com/", SOME, true, 1, 7, null, NOON, NOON);

    @BeforeEach
    void start() {
        table.start((plan, id) -> {});
    }

    @Test
    void theScheduleOfRetriesSurvivesARestart() {
        table.put(webhook);
        Attempts next = Attempts.none(9, NOON).again(NOON.plusSeconds(30));
        table.put(webhook, Progress.of(webhook).retrying(delivery(9, Outcome.RETRYING), next, 1));
        table.put(webhook, new DeadLetter(delivery(8, Outcome.GIVEN_UP), null));
        // The webhook last: its row then comes after those that belong to it.
        table.put(webhook.with("https://example.org/", SOME, true, NOON));

        Held held = restarted().find("plan", "one").orElseThrow();
        assertThat(held.webhook().url()).isEqualTo("https://example.org/");
        assertThat(held.webhook().filter()).isEqualTo(SOME);
        assertThat(held.progress().position()).isEqualTo(7);
        assertThat(held.progress().pending()).isEqualTo(new Attempts(9, 1, NOON.plusSeconds(30)));
        assertThat(held.progress().recent()).containsExactly(delivery(9, Outcome.RETRYING));
        assertThat(held.deadLetter(webhook.message(8))).isPresent();
        assertThat(held.isRunning()).isTrue();
    }

    @Test
    void ofAWebhookThatIsDeletedNothingIsLeft() {
        table.put(webhook);
        table.put(webhook, new DeadLetter(delivery(8, Outcome.GIVEN_UP), null));
        table.remove("plan", "one");
        assertThat(rows.rows()).isEmpty();

        // What an attempt that was under way writes afterwards.
        table.put(webhook, Progress.of(webhook).done(delivery(9, Outcome.DELIVERED)));
        assertThat(table.find("plan", "one")).isEmpty();
        assertThat(table.of("plan")).isEmpty();
        table.sweep("plan", "one");
        assertThat(rows.rows()).isEmpty();
    }

    @Test
    void goneIsSaidOfOneVersionOnly() {
        Progress gone = Progress.of(webhook).gone(delivery(9, Outcome.GONE), 1);

        assertThat(gone.isGone(webhook)).isTrue();
        assertThat(gone.position()).as("it is not done with").isEqualTo(7);
        assertThat(gone.isGone(webhook.with(webhook.url(), SOME, true, NOON))).isFalse();
    }

    @Test
    void aReplayNeverSkipsWhatIsStillToBeSent() {
        Progress ahead = Progress.of(webhook).begun(new Webhook.Replay(1, 1_000));

        assertThat(ahead.position()).isEqualTo(7);
        assertThat(ahead.begun(new Webhook.Replay(2, 3)).position()).isEqualTo(3);
    }

    @Test
    void answersAreRememberedForAWhileAndNotWithoutEnd() {
        RepeatedRequests before = repeated(NOON);
        before.remember("plan", "first", "content", 201, null, "{}");
        assertThat(before.find("plan", "first"))
                .get()
                .extracting(Remembered::status)
                .isEqualTo(201);
        assertThat(before.find("other", "first")).isEmpty();
        assertThat(repeated(NOON.plus(Duration.ofDays(8))).find("plan", "first"))
                .isEmpty();

        RepeatedRequests later = repeated(NOON.plusSeconds(1));
        for (int i = 0; i < 500; i++) {
            later.remember("plan", "more" + i, "content", 202, null, "{}");
        }
        assertThat(later.find("plan", "first")).isEmpty();
        assertThat(rows.rows()).hasSize(500);
    }

    private WebhookTable restarted() {
        WebhookTable again = new WebhookTable(rows);
        again.start((plan, id) -> {});
        return again;
    }

    private RepeatedRequests repeated(Instant now) {
        return new RepeatedRequests(table, Clock.fixed(now, ZoneOffset.UTC), Duration.ofDays(7));
    }

    private Delivery delivery(long position, Outcome outcome) {
        return new Delivery(
                webhook.message(position),
                position,
                WarningKind.WARNING_RAISED,
                "indicator/I01",
                NOON,
                1,
                outcome,
                null,
                Reason.TIMEOUT);
    }
}
