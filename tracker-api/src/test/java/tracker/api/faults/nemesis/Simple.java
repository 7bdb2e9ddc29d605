package tracker.api.faults.nemesis;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A fault put together from what breaks, and tells whether there was anything to break, and what mends. */
record Simple(String detail, BooleanSupplier breaking, Runnable mending) implements Fault {
    @Override
    public Optional<String> strike() {
        return breaking.getAsBoolean() ? Optional.of(detail) : Optional.empty();
    }

    @Override
    public void heal() {
        mending.run();
    }
}
