package tracker.api.cli.client;

import java.time.Duration;

/** Waits between two tries. */
@FunctionalInterface
public interface Pause {
    Pause REAL = duration -> Thread.sleep(duration.toMillis());

    void of(Duration duration) throws InterruptedException;
}
