package tracker.api.bench.beyond;

import java.util.Locale;

/** What a section hands on to be computed with, in SI units. */
public enum Figure {
    EVENT("e", "an event with its key", 6),
    TOPICS("b", "all topics' records on one broker, an event; partly compacted when it was measured", 6),
    STORES("n", "a node's stores, an event", 6),
    REBUILT("r", "events a second built anew from the changelogs, one node of two processors", 6),
    EVENTS_AN_UPDATE("u", "events an update, what registers the plans and their first day aside", 4),
    UPDATE("w", "processor time of an update over HTTP, deciding, views and answer", 8),
    READ("g", "processor time of a read", 8),
    ONE_PLAN("h", "updates a second of one plan alone", 1);

    private final String letter;
    private final String what;
    private final int section;

    Figure(String letter, String what, int section) {
        this.letter = letter;
        this.what = what;
        this.section = section;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String letter() {
        return letter;
    }

    String what() {
        return what;
    }

    int section() {
        return section;
    }
}
