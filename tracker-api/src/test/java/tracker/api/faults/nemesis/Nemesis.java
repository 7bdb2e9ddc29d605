package tracker.api.faults.nemesis;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import tracker.api.faults.clients.Tally;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;
import tracker.api.faults.history.Entry;
import tracker.api.faults.history.HistoryRecorder;

/** Breaks one thing after the other, and mends each before the next: after that every node must come to accept writes again by itself. */
public final class Nemesis {
    private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(4);
    private static final int SHORTEST_PEACE_MILLIS = 1_500;
    private static final int PEACE_MILLIS = 5_000;
    private static final int SHORTEST_MILLIS = 500;
    private static final int MILLIS = 12_000;

    private final Cluster cluster;
    private final HistoryRecorder history;
    private final Tally tally;
    private final Random random;
    private final List<FaultKind> kinds;
    private final Deque<FaultKind> next = new ArrayDeque<>();
    private final Map<FaultKind, Integer> done = new EnumMap<>(FaultKind.class);
    private final CountDownLatch never = new CountDownLatch(1);

    /** Of {@code kinds} those that this machine lets be done. */
    public Nemesis(Cluster cluster, List<FaultKind> kinds, HistoryRecorder history, Tally tally, Random random) {
        this.cluster = cluster;
        this.kinds = kinds.stream().filter(kind -> kind.isPossible(cluster)).toList();
        this.history = history;
        this.tally = tally;
        this.random = random;
    }

    /** How often it broke what. */
    public Map<FaultKind, Integer> done() {
        return Collections.unmodifiableMap(done);
    }

    /** Until so much time has passed; ends with all mended. */
    public void rage(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            pass(SHORTEST_PEACE_MILLIS + random.nextInt(PEACE_MILLIS));
            strike(drawn());
        }
    }

    /** All kinds come by turns, each turn in another order. */
    private FaultKind drawn() {
        if (next.isEmpty()) {
            List<FaultKind> turn = new ArrayList<>(kinds);
            Collections.shuffle(turn, random);
            next.addAll(turn);
        }
        return next.pop();
    }

    private void strike(FaultKind kind) throws InterruptedException {
        Fault fault = kind.draw(cluster, random);
        int lasts = SHORTEST_MILLIS + random.nextInt(MILLIS);
        done.merge(kind, 1, Integer::sum);
        String detail;
        try {
            detail = fault.strike();
            history.add(new Entry.Fault(history.now(), kind.name(), detail));
            pass(lasts);
        } finally {
            fault.heal();
        }
        long healed = System.nanoTime();
        int started = awaitRecovery(kind + " " + detail);
        System.out.printf(
                "  %-16s %-40s for %4.1f s, back after %4.1f s%s%n",
                kind,
                detail,
                lasts / 1e3,
                (System.nanoTime() - healed) / 1e9,
                started == 0 ? "" : ", processes started again: " + started);
    }

    private int awaitRecovery(String of) {
        Map<Node, Long> before = new HashMap<>();
        cluster.nodes().forEach(node -> before.put(node, tally.writes(node.name())));
        int[] started = {0};
        try {
            await().atMost(RECOVERED_WITHIN)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        started[0] += cluster.startWhatEnded();
                        return cluster.nodes().stream().allMatch(node -> tally.writes(node.name()) > before.get(node));
                    });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("no writes again after " + of, late);
        }
        return started[0];
    }

    private void pass(int millis) throws InterruptedException {
        never.await(millis, TimeUnit.MILLISECONDS);
    }
}
