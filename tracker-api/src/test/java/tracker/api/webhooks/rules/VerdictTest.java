package tracker.api.webhooks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
    private static final Duration FIRST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofHours(1);
    private final Backoff backoff = new Backoff(5, FIRST, LONGEST);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void everySuccessIsADelivery(int status) {
        assertThat(of(status, 1)).isInstanceOf(Verdict.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 411, 413, 422, 451})
    void aRefusalIsNotTriedAgain(int status) {
        assertThat(of(status, 1)).isInstanceOf(Verdict.GivenUp.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 301, 302, 307, 308})
    void whatMayPassIsTriedAgainUntilTheLastAttempt(int status) {
        assertThat(of(status, 1)).isInstanceOf(Verdict.Retry.class);
        assertThat(of(status, 4)).isInstanceOf(Verdict.Retry.class);
        assertThat(of(status, 5)).isInstanceOf(Verdict.GivenUp.class);
    }

    @ParameterizedTest
    @EnumSource
    void noAnswerIsTriedAgain(Answer.Reason reason) {
        assertThat(Verdict.of(new Answer.Failed(reason), 1, backoff)).isInstanceOf(Verdict.Retry.class);
        assertThat(Verdict.of(new Answer.Failed(reason), 5, backoff)).isInstanceOf(Verdict.GivenUp.class);
    }

    @Test
    void goneIsTheEndAtWhateverAttempt() {
        assertThat(of(410, 1)).isInstanceOf(Verdict.Gone.class);
        assertThat(of(410, 5)).isInstanceOf(Verdict.Gone.class);
    }

    @Test
    void pausesGrowWithJitterAndStayWithinTheirBounds() {
        Backoff ten = new Backoff(10, FIRST, Duration.ofMinutes(5));
        for (int round = 0; round < 200; round++) {
            for (int made = 1; made < 10; made++) {
                double middle = Math.min(FIRST.toMillis() * Math.pow(3, made - 1), 300_000);
                assertThat((double) ten.after(made, null).orElseThrow().toMillis())
                        .isBetween(middle * 0.74, Math.min(middle * 1.26, 300_000));
            }
        }
        assertThat(ten.after(10, null)).isEmpty();
        assertThat(java.util.stream.IntStream.range(0, 50)
                        .mapToObj(i -> ten.after(2, null).orElseThrow())
                        .distinct()
                        .count())
                .as("not all at one moment")
                .isGreaterThan(10);
    }

    @Test
    void whatTheReceiverAsksForIsWaitedForButNotForEver() {
        assertThat(pause(Duration.ofMinutes(7))).isEqualTo(Duration.ofMinutes(7));
        assertThat(pause(Duration.ofDays(365))).isEqualTo(LONGEST);
        assertThat(pause(Duration.ZERO)).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void retryAfterIsReadAsSecondsOrADate() {
        Instant now = Instant.parse("2026-11-25T08:00:00Z");

        assertThat(RetryAfter.parse(" 120 ", now)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Wed, 25 Nov 2026 08:01:00 GMT", now)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Wed, 25 Nov 2026 07:00:00 GMT", now)).contains(Duration.ZERO);
        assertThat(RetryAfter.parse("-1", now)).isEmpty();
        assertThat(RetryAfter.parse("9999999999999999999", now)).isEmpty();
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
    }

    private Duration pause(Duration retryAfter) {
        return ((Verdict.Retry) Verdict.of(new Answer.Status(503, retryAfter), 1, backoff)).pause();
    }

    private Verdict of(int status, int made) {
        return Verdict.of(new Answer.Status(status, null), made, backoff);
    }
}
