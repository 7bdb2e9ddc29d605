package tracker.api.faults.clients;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The latest version of each indicator that any client has seen: who writes on it will often meet others who do so too. */
final class Board {
    private final ConcurrentMap<String, Long> versions = new ConcurrentHashMap<>();

    void saw(Indicator indicator, long version) {
        versions.merge(indicator.id(), version, Math::max);
    }

    /** Null where nobody has seen it. */
    Long version(Indicator indicator) {
        return versions.get(indicator.id());
    }
}
