package tracker.api.faults.clients;

import java.io.IOException;
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
    private static final int CLIENTS = 7;
    private static final int FOLLOWERS = 2;
    private static final long END_WITHIN_SECONDS = 90;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Follower> followers = new ArrayList<>();
    private final List<Future<?>> running = new ArrayList<>();

    public Clients(Cluster cluster, List<Indicator> indicators, HistoryRecorder history, Tally tally, Random seeds) {
        Api office = new Api(cluster.token("planning-office"));
        Api auditor = new Api(cluster.token("auditor"));
        for (int client = 0; client < CLIENTS; client++) {
            Session session =
                    new Session(Session.CLIENT + client, cluster, office, history, tally, new Random(seeds.nextLong()));
            running.add(threads.submit(new Client(session, indicators, over)));
        }
        for (int follower = 0; follower < FOLLOWERS; follower++) {
            Session session =
                    new Session("follower-" + follower, cluster, auditor, history, tally, new Random(seeds.nextLong()));
            Follower one = new Follower(session, over);
            followers.add(one);
            running.add(threads.submit(one));
        }
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
