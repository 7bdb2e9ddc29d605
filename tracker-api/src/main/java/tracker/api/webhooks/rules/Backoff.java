package tracker.api.webhooks.rules;

import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.util.Optional;

/** When a message that did not arrive is sent again: later each time, never all at one moment, and not for ever. */
public final class Backoff {
    private static final double FACTOR = 3;
    /** Up to a quarter earlier or later. */
    private static final double JITTER = 0.25;

    private final int attempts;
    private final Duration longest;
    private final IntervalFunction intervals;

    /** {@code attempts} is how often it is sent in all; the pauses grow from {@code first} to {@code longest}. */
    public Backoff(int attempts, Duration first, Duration longest) {
        this.attempts = attempts;
        this.longest = longest;
        this.intervals = IntervalFunction.ofExponentialRandomBackoff(first, FACTOR, JITTER, longest);
    }

    /**
     * The pause after so many attempts; empty where there are to be no more. What the receiver asks for is waited for, though no longer than
     * the longest pause of our own: nobody may stop the queue for a year.
     */
    public Optional<Duration> after(int made, Duration retryAfter) {
        if (made >= attempts) {
            return Optional.empty();
        }
        Duration pause = Duration.ofMillis(intervals.apply(made));
        Duration asked = retryAfter == null || retryAfter.compareTo(pause) < 0 ? pause : retryAfter;
        return Optional.of(asked.compareTo(longest) > 0 ? longest : asked);
    }
}
