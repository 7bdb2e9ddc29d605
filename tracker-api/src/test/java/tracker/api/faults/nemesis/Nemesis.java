package tracker.api.faults.nemesis;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import tracker.api.faults.clients.Tally;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;
import tracker.api.faults.history.HistoryRecorder;

/** Has several hands break things at once, and now and then has all mended: after that every node must come to accept writes again by itself. */
public final class Nemesis {
    private static final Duration RECOVERED_WITHIN = Duration.ofMinutes(4);
    private static final Duration BOUT = Duration.ofSeconds(25);
    /** In which all goes well: what was broken before is to be seen in what is done then. */
    private static final Duration PEACE = Duration.ofSeconds(26);

    private final Cluster cluster;
    private final Tally tally;
    private final List<Hand> hands = new ArrayList<>();
    private final Map<FaultKind, Integer> done = new ConcurrentHashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);

    /** Of {@code kinds} those that this machine lets be done. */
    public Nemesis(Cluster cluster, List<FaultKind> kinds, HistoryRecorder history, Tally tally, Random random) {
        this.cluster = cluster;
        this.tally = tally;
        List<FaultKind> possible =
                kinds.stream().filter(kind -> kind.isPossible(cluster)).toList();
        for (Reach reach : Reach.values()) {
            hands.add(new Hand(cluster, reach, possible, history, done, new Random(random.nextLong())));
        }
    }

    /** How often it broke what. */
    public Map<FaultKind, Integer> done() {
        return new TreeMap<>(done);
    }

    /** Until so much time has passed; ends with all mended. */
    public void rage(Duration duration) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + duration.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(hands.size());
        try {
            for (int bout = 1; System.nanoTime() < end; bout++) {
                rage(threads, Math.min(end, System.nanoTime() + BOUT.toNanos()));
                recover(bout);
                never.await(Math.min(PEACE.toNanos(), end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void rage(ExecutorService threads, long end) throws InterruptedException, ExecutionException {
        List<Future<Void>> raging = new ArrayList<>();
        for (Hand hand : hands) {
            raging.add(threads.submit(() -> {
                hand.rage(end);
                return null;
            }));
        }
        for (Future<Void> one : raging) {
            one.get();
        }
    }

    private void recover(int bout) {
        long mended = System.nanoTime();
        int started = awaitWrites("bout " + bout);
        System.out.printf(
                "all mended after bout %d, all nodes write again after %.1f s, processes started again: %d; so far faults %d, %s%n",
                bout,
                (System.nanoTime() - mended) / 1e9,
                started,
                done.values().stream().mapToInt(Integer::intValue).sum(),
                tally.totals());
    }

    private int awaitWrites(String after) {
        Map<Node, Long> before = new HashMap<>();
        cluster.nodes().forEach(node -> before.put(node, tally.writes(node.name())));
        int[] started = {0};
        try {
            await().atMost(RECOVERED_WITHIN)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        started[0] += cluster.startBrokersThatEnded() + cluster.startNodesThatEnded();
                        return cluster.nodes().stream().allMatch(node -> tally.writes(node.name()) > before.get(node));
                    });
        } catch (ConditionTimeoutException late) {
            throw new AssertionError("no writes again after " + after, late);
        }
        return started[0];
    }
}
