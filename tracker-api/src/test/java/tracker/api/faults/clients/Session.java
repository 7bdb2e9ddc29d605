package tracker.api.faults.clients;

import java.time.Duration;
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
    /** Of a hundred versions that a client writes on, so many are the latest that anybody has seen. */
    private static final int ANYBODYS = 70;
    /** For so long it asks others, mostly. */
    private static final Duration AVOIDED_FOR = Duration.ofSeconds(3);

    private static final int AVOIDED = 80;

    private final String name;
    private final Cluster cluster;
    private final Api api;
    private final HistoryRecorder history;
    private final Tally tally;
    private final Random random;
    private final Board board;
    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> written = new HashMap<>();
    private final List<Moment> moments = new ArrayList<>();
    private long heard;
    private Node unanswering;
    private long unansweredAt;

    /** A moment, and the position of an event that was recorded later: with that as token, the moment is settled. */
    record Moment(Instant at, long settledBy) {}

    Session(String name, Cluster cluster, Api api, HistoryRecorder history, Tally tally, Random random, Board board) {
        this.board = board;
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

    /** Any, but mostly not one that has just left it without an answer. */
    Node anyNode() {
        Node node = drawn(cluster.nodes());
        boolean avoided =
                node == unanswering && System.nanoTime() - unansweredAt < AVOIDED_FOR.toNanos() && happens(AVOIDED);
        return avoided ? drawn(cluster.nodes()) : node;
    }

    void unanswered(Node node) {
        unanswering = node;
        unansweredAt = System.nanoTime();
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

    /** One that was seen lately, by itself or by anybody; null where nobody has seen the subject. */
    Long version(Indicator indicator) {
        Long own = versions.get(indicator.id());
        return own == null || happens(ANYBODYS) ? board.version(indicator) : own;
    }

    void saw(Indicator indicator, long version) {
        versions.put(indicator.id(), version);
        board.saw(indicator, version);
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
