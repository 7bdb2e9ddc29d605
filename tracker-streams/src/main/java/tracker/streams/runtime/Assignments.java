package tracker.streams.runtime;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;

/** Who has which partition by the word of the brokers, which a node that was held up may not have heard yet. */
final class Assignments {
    private final Admin admin;
    private final String node;

    Assignments(Admin admin, String node) {
        this.admin = admin;
        this.node = node;
    }

    /** Whether it is this node's; false also where the brokers do not say. */
    boolean isOurs(String application, TopicPartition partition) throws InterruptedException {
        try {
            ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(application))
                    .all()
                    .get()
                    .get(application);
            // Each stream thread is a member of its own, named after its node.
            return group.members().stream()
                    .filter(member -> member.groupInstanceId()
                            .filter(name -> name.matches(Pattern.quote(node) + "-[0-9]+"))
                            .isPresent())
                    .anyMatch(member -> member.assignment().topicPartitions().contains(partition));
        } catch (ExecutionException unknown) {
            return false;
        }
    }
}
