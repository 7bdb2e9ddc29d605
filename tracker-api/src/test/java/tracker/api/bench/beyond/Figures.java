package tracker.api.bench.beyond;

import java.util.Map;
import java.util.Optional;

/**
 * What is measured on one machine and computed with: bytes of an event, of all topics and of a node's stores for each; events a second built
 * anew; events of an update; processor seconds of an update and of a read.
 */
record Figures(
        double event, double topics, double stores, double rebuilt, double eventsAnUpdate, double update, double read) {
    /** By the names that sections give them; empty where one is missing. */
    static Optional<Figures> of(Map<String, Double> named) {
        for (Figure figure : Figure.values()) {
            if (!named.containsKey(figure.key())) {
                return Optional.empty();
            }
        }
        return Optional.of(new Figures(
                named.get(Figure.EVENT.key()),
                named.get(Figure.TOPICS.key()),
                named.get(Figure.STORES.key()),
                named.get(Figure.REBUILT.key()),
                named.get(Figure.EVENTS_AN_UPDATE.key()),
                named.get(Figure.UPDATE.key()),
                named.get(Figure.READ.key())));
    }
}
