package tracker.api;

import jakarta.inject.Singleton;
import java.util.Locale;

/** How far the start is. Requests for the API are answered once it is done, until the end. */
@Singleton
public final class StartPhase {
    private volatile Phase phase = Phase.CONNECTING;

    /** In their order. */
    public enum Phase {
        /** The brokers are looked for, and the topics checked. */
        CONNECTING,
        /** The stores are brought back, and the views catch up with the log. */
        RESTORING,
        /** The plan is loaded where it is missing. */
        LOADING,
        READY,
        /** Whoever can ask another node is to do so; what comes is still answered. */
        STOPPING,
        /** Nothing more is begun. */
        LEAVING;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void enter(Phase next) {
        phase = next;
    }

    public Phase now() {
        return phase;
    }

    public boolean isReady() {
        return phase == Phase.READY;
    }

    /** Whether nothing more is begun. */
    public boolean isLeaving() {
        return phase == Phase.LEAVING;
    }

    /** Whether requests are answered. */
    public boolean isAnswering() {
        return phase == Phase.READY || phase == Phase.STOPPING;
    }
}
