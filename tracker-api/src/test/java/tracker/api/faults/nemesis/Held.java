package tracker.api.faults.nemesis;

import java.util.function.Supplier;
import tracker.api.faults.cluster.HeldProcess;

/** A process is held up, wholly or now and then. */
final class Held implements Fault {
    private final String detail;
    private final Supplier<HeldProcess> hold;
    private HeldProcess held;

    Held(String detail, Supplier<HeldProcess> hold) {
        this.detail = detail;
        this.hold = hold;
    }

    @Override
    public String strike() {
        held = hold.get();
        return detail;
    }

    @Override
    public void heal() {
        held.close();
    }
}
