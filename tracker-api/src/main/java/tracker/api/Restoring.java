package tracker.api;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tracker.streams.domain.Text;
import tracker.streams.runtime.Remaining;

/** Waits for stores that are brought back, and says how far that is: a node's whole past may take hours, but never stands still. */
final class Restoring {
    /** So long nothing may move. */
    static final Duration STANDSTILL = Duration.ofMinutes(5);

    static final Duration SAID_EVERY = Duration.ofSeconds(10);

    private final Supplier<Optional<Remaining>> remaining;
    private final Consumer<Text> progress;
    private final LongSupplier nanos;
    private final Runnable pause;

    /** {@code pause} is what passes between two looks at whether it is ready, on the clock of {@code nanos}. */
    Restoring(Supplier<Optional<Remaining>> remaining, Consumer<Text> progress, LongSupplier nanos, Runnable pause) {
        this.remaining = remaining;
        this.progress = progress;
        this.nanos = nanos;
        this.pause = pause;
    }

    /** {@link IllegalStateException} where what remains has been the same for {@link #STANDSTILL}. */
    void await(BooleanSupplier ready) {
        Remaining last = null;
        long moved = nanos.getAsLong();
        long said = moved;
        while (!ready.getAsBoolean()) {
            long now = nanos.getAsLong();
            if (now - said >= SAID_EVERY.toNanos()) {
                Remaining current = remaining.get().orElse(last);
                if (current != null && !current.equals(last)) {
                    progress.accept(text(current));
                    moved = now;
                    last = current;
                }
                said = now;
            }
            if (now - moved > STANDSTILL.toNanos()) {
                throw new IllegalStateException("the streams are not ready, and nothing has moved for " + STANDSTILL);
            }
            pause.run();
        }
    }

    private static Text text(Remaining of) {
        return new Text(
                "正在恢复：还有 %,d 行、%,d 个事件".formatted(of.rows(), of.events()),
                "restoring: %,d rows and %,d events to go".formatted(of.rows(), of.events()));
    }
}
