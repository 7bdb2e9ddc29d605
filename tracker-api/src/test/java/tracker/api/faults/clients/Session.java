package tracker.api.faults.clients;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;
import tracker.api.faults.history.HistoryRecorder;

/** What one client has, and what it knows so far. Used by one thread. */
final class Session {
    /** How the names of those who write begin, and so their keys. */
    static final String CLIENT = "client-";

    private static final int REMEMBERED = 300;

    private final String name;
    private final Cluster cluster;
    private final Api api;
    private final HistoryRecorder history;
    private final Tally tally;
    private final Random random;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final List<Moment> moments = new ArrayList<>();
    private long heard;

    /** A moment, and the position of an event that was recorded later: with that as token, the moment is settled. */
    record Moment(Instant at, long settledBy) {}

    Session(String name, Cluster cluster, Api api, HistoryRecorder history, Tally tally, Random random) {
        this.name = name;
        this.cluster = cluster;
        this.api = api;
        this.history = history;
        this.tally = tally;
        this.random = random;
    }

    String name() {
        return name;
    }

    Api api() {
        return api;
    }

    HistoryRecorder history() {
        return history;
    }

    Tally tally() {
        return tally;
    }

    Random random() {
        return random;
    }

    Node anyNode() {
        return drawn(cluster.nodes());
    }

    <T> T drawn(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Of a hundred times, so many. */
    boolean happens(int inHundred) {
        return random.nextInt(100) < inHundred;
    }

    /** The last position that an answer named: what the client has seen. */
    long heard() {
        return heard;
    }

    void hear(long position) {
        heard = Math.max(heard, position);
    }

    /** Null where it has not seen the subject. */
    Long version(Indicator indicator) {
        return versions.get(indicator.id());
    }

    void saw(Indicator indicator, long version) {
        versions.put(indicator.id(), version);
    }

    /** The last version that it has by an answer, so that the position it has heard is no earlier; null where it has none. */
    Long written(Indicator indicator) {
        return written.get(indicator.id());
    }

    /** That a write of its own was recorded at a moment and is at a position. */
    void recorded(Indicator indicator, long version, Instant at, long position) {
        saw(indicator, version);
        written.merge(indicator.id(), version, Math::max);
        hear(position);
        Moment last = moments.isEmpty() ? null : moments.get(moments.size() - 1);
        if (last == null || at.isAfter(last.at())) {
            moments.add(new Moment(at, position));
        }
        if (moments.size() > REMEMBERED) {
            moments.remove(random.nextInt(moments.size()));
        }
    }

    /** Some moment that is over, with what settles it; null where there is none yet. */
    Moment settled() {
        if (moments.size() < 2) {
            return null;
        }
        int which = random.nextInt(moments.size() - 1);
        return new Moment(moments.get(which).at(), moments.get(which + 1).settledBy());
    }
}
