package tracker.api.faults.nemesis;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tracker.api.faults.cluster.HeldProcess;

/** A process is held up, wholly or now and then; one that has ended cannot be. */
final class Held implements Fault {
    private final String detail;
    private final BooleanSupplier alive;
    private final Supplier<HeldProcess> hold;
    private HeldProcess held;

    Held(String detail, BooleanSupplier alive, Supplier<HeldProcess> hold) {
        this.detail = detail;
        this.alive = alive;
        this.hold = hold;
    }

    @Override
    public Optional<String> strike() {
        if (!alive.getAsBoolean()) {
            return Optional.empty();
        }
        held = hold.get();
        return Optional.of(detail);
    }

    @Override
    public void heal() {
        if (held != null) {
            held.close();
        }
    }
}
