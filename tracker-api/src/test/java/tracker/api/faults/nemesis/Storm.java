package tracker.api.faults.nemesis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private final Random random;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::blow, "storm");
    private final Admin admin;

    Storm(Cluster cluster, Random random) {
        this.random = new Random(random.nextLong());
        this.admin = cluster.brokers().admin();
    }

    @Override
    public Optional<String> strike() {
        if (!remove()) {
            return Optional.empty();
        }
        thread.setDaemon(true);
        thread.start();
        return Optional.of("all groups");
    }

    private void blow() {
        try {
            while (!over.await(SHORTEST_PAUSE_MILLIS + random.nextInt(PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
                // Where nobody is there to be told, the next time, then.
                boolean unused = remove();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there were any, and all were told. */
    private boolean remove() {
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
            return !groups.isEmpty();
        } catch (ExecutionException nobodyThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void heal() {
        over.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(30));
            admin.close(Duration.ZERO);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
