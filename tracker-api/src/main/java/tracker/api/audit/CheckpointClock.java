package tracker.api.audit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.Rounds;
import tracker.api.view.NotReadyException;

/** Has what has grown signed at intervals, and once more at the end. */
public final class CheckpointClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointClock.class);

    private final Checkpoints checkpoints;
    private final int partitions;
    private final Rounds rounds;

    public CheckpointClock(Checkpoints checkpoints, int partitions, Duration interval) {
        this.checkpoints = checkpoints;
        this.partitions = partitions;
        this.rounds = new Rounds("tracker-checkpoints", interval);
    }

    public void start() {
        rounds.start(Duration.ZERO, this::sign);
    }

    /** Signs what there is before it returns. */
    @Override
    public void close() {
        rounds.close();
        sign();
    }

    private void sign() {
        for (int partition = 0; partition < partitions; partition++) {
            try {
                checkpoints.upToNow(partition);
            } catch (NotReadyException elsewhere) {
                // Another node's partition, or one that moves: its node signs.
                LOG.debug("partition {} is not signed here: {}", partition, elsewhere.getMessage());
            } catch (LogAlteredException altered) {
                LOG.error("{}; it is not signed", altered.getMessage());
            } catch (RuntimeException fault) {
                // The next round comes all the same.
                LOG.error("partition {} could not be signed", partition, fault);
            }
        }
    }
}
