package tracker.api.faults.nemesis;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import tracker.api.faults.cluster.Cluster;

/** The tracker's groups are told again and again that their members are none. */
final class Storm implements Fault {
    private static final int SHORTEST_PAUSE_MILLIS = 300;
    private static final int PAUSE_MILLIS = 1_500;

    private final Cluster cluster;
    private final Random random;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::blow, "storm");

    Storm(Cluster cluster, Random random) {
        this.cluster = cluster;
        this.random = new Random(random.nextLong());
    }

    @Override
    public String strike() {
        thread.setDaemon(true);
        thread.start();
        return "all groups";
    }

    private void blow() {
        try (Admin admin = cluster.brokers().admin()) {
            int pause = 0;
            while (!over.await(pause, TimeUnit.MILLISECONDS)) {
                pause = SHORTEST_PAUSE_MILLIS + random.nextInt(PAUSE_MILLIS);
                remove(admin);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove(Admin admin) throws InterruptedException {
        try {
            List<String> groups = admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                    .map(GroupListing::groupId)
                    .filter(group -> group.startsWith("tracker-"))
                    .toList();
            for (String group : groups) {
                admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get();
            }
        } catch (ExecutionException nobodyThere) {
            // The next time, then.
        }
    }

    @Override
    public void heal() {
        over.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
