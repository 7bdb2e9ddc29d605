package tracker.api.webhooks.rules;

import java.time.Duration;
import java.util.Set;

/** What to do after an attempt. */
public sealed interface Verdict {
    record Delivered() implements Verdict {}

    record Retry(Duration pause) implements Verdict {}

    /** To the dead letters, and on with the next. */
    record GivenUp() implements Verdict {}

    /** The receiver wants no more messages at all. */
    record Gone() implements Verdict {}

    /** Refusals that say that it may be otherwise later: request timeout, too early, too many requests. */
    Set<Integer> PASSING = Set.of(408, 425, 429);

    int GONE = 410;

    /** {@code made} counts the attempts, this one included. A redirect is not followed: it is no delivery, and may be mended. */
    static Verdict of(Answer answer, int made, Backoff backoff) {
        Duration retryAfter = null;
        if (answer instanceof Answer.Status status) {
            int code = status.code();
            if (code >= 200 && code < 300) {
                return new Delivered();
            }
            if (code == GONE) {
                return new Gone();
            }
            if (code >= 400 && code < 500 && !PASSING.contains(code)) {
                return new GivenUp();
            }
            retryAfter = status.retryAfter();
        }
        return backoff.after(made, retryAfter).<Verdict>map(Retry::new).orElseGet(GivenUp::new);
    }
}
