package tracker.api.faults.clients;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.history.HistoryRecorder;

/** All that use the tracker at once, each from a seed of its own. */
public final class Clients implements AutoCloseable {
    private static final int FOLLOWERS = 3;
    /** Of those that are not patient. */
    private static final Duration SHORTEST_PATIENCE = Duration.ofSeconds(1);

    private static final int PATIENCE_MILLIS = 3_000;
    /** One in so many waits as long as it takes. */
    private static final int PATIENT = 6;

    private static final long END_WITHIN_SECONDS = 90;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Follower> followers = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();

    /** So many that read and write, and some that follow. */
    public Clients(
            int many, Cluster cluster, List<Indicator> indicators, HistoryRecorder history, Tally tally, Random seeds) {
        Board board = new Board();
        Api office = new Api(cluster.token("planning-office"));
        Api auditor = new Api(cluster.token("auditor"));
        for (int client = 0; client < many; client++) {
            Random random = new Random(seeds.nextLong());
            Session session = new Session(
                    Session.CLIENT + client,
                    cluster,
                    client % PATIENT == 0 ? office : office.waiting(patience(random)),
                    history,
                    tally,
                    random,
                    board);
            running.add(threads.submit(new Client(session, indicators, over)));
        }
        for (int follower = 0; follower < FOLLOWERS; follower++) {
            Session session = new Session(
                    "follower-" + follower, cluster, auditor, history, tally, new Random(seeds.nextLong()), board);
            Follower one = new Follower(session, over);
            followers.add(one);
            running.add(threads.submit(one));
        }
    }

    private static Duration patience(Random random) {
        return SHORTEST_PATIENCE.plusMillis(random.nextInt(PATIENCE_MILLIS));
    }

    /** Returns once all have ended; a fault of one's own is thrown. */
    public void end() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        over.countDown();
        for (Follower follower : followers) {
            follower.close();
        }
        for (Future<?> one : running) {
            one.get(END_WITHIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        over.countDown();
        threads.shutdownNow();
    }
}
