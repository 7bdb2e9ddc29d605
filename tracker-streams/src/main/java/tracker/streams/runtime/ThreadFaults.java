package tracker.streams.runtime;

import java.util.Optional;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a stream thread that failed: it is replaced, since the fault may be a broker's, and the state is as of its last commit. That
 * the brokers refused something is remembered, as waiting does not mend it.
 */
final class ThreadFaults implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadFaults.class);

    private volatile BrokersRefusedException refused;

    @Override
    public StreamThreadExceptionResponse handle(Throwable fault) {
        BrokersRefusedException.of(fault).ifPresent(one -> refused = one);
        LOG.warn("a stream thread failed, and is replaced", fault);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** The last refusal since the start; empty where there was none. */
    Optional<BrokersRefusedException> refused() {
        return Optional.ofNullable(refused);
    }
}
