package tracker.api;

import java.util.Map;

/** The scenarios on the broker of the one-command start. */
class EmbeddedTrackerIT extends TrackerScenarios {
    @Override
    Map<String, Object> settings() {
        return Map.of();
    }
}
