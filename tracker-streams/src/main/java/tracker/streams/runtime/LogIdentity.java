package tracker.streams.runtime;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import tracker.streams.topology.Topics;

/**
 * What the log is called in checkpoints and archives: after the cluster where it began, wherever it was brought since. {@code complete} is
 * false while it is being brought back.
 */
public record LogIdentity(String name, boolean complete) {
    private static final String KEY = "log";
    private static final int PUBLISHED_WITHIN_SECONDS = 30;

    /** As the control topic says; named after this cluster where it says nothing. */
    public static LogIdentity of(StreamsSettings settings, Admin admin) {
        try (ControlTopic<LogIdentity> control = new ControlTopic<>(settings, KEY, LogIdentity.class)) {
            return control.readToEnd().orElseGet(() -> new LogIdentity(Topics.EVENTS + "/" + clusterId(admin), true));
        }
    }

    /** Holds for every node that starts from now on. */
    public void publish(StreamsSettings settings) {
        try (ControlTopic<LogIdentity> control = new ControlTopic<>(settings, KEY, LogIdentity.class)) {
            control.send(this).get(PUBLISHED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("cannot write down what the log is called", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Kafka's own name of the cluster, the same for its life. */
    private static String clusterId(Admin admin) {
        try {
            return admin.describeCluster().clusterId().get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot read the cluster's id", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
