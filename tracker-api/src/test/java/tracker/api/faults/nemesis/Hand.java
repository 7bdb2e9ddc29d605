package tracker.api.faults.nemesis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.history.Entry;
import tracker.api.faults.history.HistoryRecorder;

/** Breaks one thing of its reach after the other, whatever other hands break meanwhile, and mends each before the next. */
final class Hand {
    private static final int SHORTEST_PAUSE_MILLIS = 200;
    private static final int PAUSE_MILLIS = 1_300;
    private static final int SHORTEST_MILLIS = 300;
    private static final int MILLIS = 3_700;
    /** Of a hundred, so many last longer. */
    private static final int LONG = 10;

    private static final int LONG_MILLIS = 12_000;

    private final Cluster cluster;
    private final Reach reach;
    private final List<FaultKind> turn = new ArrayList<>();
    private final HistoryRecorder history;
    private final Map<FaultKind, Integer> done;
    private final Random random;
    private final Deque<FaultKind> next = new ArrayDeque<>();
    private final CountDownLatch never = new CountDownLatch(1);

    /** Of {@code kinds} it has those within its reach; what it has done is added to {@code done}. */
    Hand(
            Cluster cluster,
            Reach reach,
            List<FaultKind> kinds,
            HistoryRecorder history,
            Map<FaultKind, Integer> done,
            Random random) {
        this.cluster = cluster;
        this.reach = reach;
        this.history = history;
        this.done = done;
        this.random = random;
        kinds.stream()
                .filter(kind -> kind.reach() == reach)
                .forEach(kind -> turn.addAll(Collections.nCopies(kind.often(), kind)));
    }

    /** Until then, by {@link System#nanoTime}; ends with all mended that it broke. */
    void rage(long end) throws InterruptedException {
        while (!turn.isEmpty() && System.nanoTime() < end) {
            pass(SHORTEST_PAUSE_MILLIS + random.nextInt(PAUSE_MILLIS));
            if (System.nanoTime() < end) {
                startWhatEnded();
                strike(drawn());
            }
        }
    }

    private void startWhatEnded() {
        int ended =
                switch (reach) {
                    case NODES -> cluster.startNodesThatEnded();
                    case BROKERS -> cluster.startBrokersThatEnded();
                    case NETWORK -> 0;
                };
        if (ended > 0) {
            System.out.printf("  had ended and were started again, of the %s: %d%n", reach, ended);
        }
    }

    /** All kinds come by turns, each turn in another order. */
    private FaultKind drawn() {
        if (next.isEmpty()) {
            List<FaultKind> order = new ArrayList<>(turn);
            Collections.shuffle(order, random);
            next.addAll(order);
        }
        return next.pop();
    }

    private void strike(FaultKind kind) throws InterruptedException {
        Fault fault = kind.draw(cluster, random);
        int lasts = SHORTEST_MILLIS + random.nextInt(random.nextInt(100) < LONG ? LONG_MILLIS : MILLIS);
        long begun = System.nanoTime();
        try {
            Optional<String> struck = fault.strike();
            if (struck.isEmpty()) {
                System.out.printf("  %-16s found nothing to break%n", kind);
                return;
            }
            long now = history.now();
            history.add(new Entry.Fault(now, kind.name(), struck.get()));
            done.merge(kind, 1, Integer::sum);
            System.out.printf(
                    "  %-16s %-40s for %4.1f s, struck within %.1f s%n",
                    kind, struck.get(), lasts / 1e3, (now - begun) / 1e9);
            pass(lasts);
        } finally {
            fault.heal();
        }
    }

    private void pass(int millis) throws InterruptedException {
        never.await(millis, TimeUnit.MILLISECONDS);
    }
}
