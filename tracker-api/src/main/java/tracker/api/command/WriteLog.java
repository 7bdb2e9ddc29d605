package tracker.api.command;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.RequestId;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Result;
import tracker.streams.topology.CommandHeaders;

/**
 * One line in the log for each write that a request asked for, once its outcome is known: which command, on what, what came of it. Never
 * who, nor anything of what was written. The request's id goes along to the node that decides.
 */
@Singleton
final class WriteLog implements CommandObserver {
    private static final Logger LOG = LoggerFactory.getLogger(WriteLog.class);

    @Override
    public Sent sending(Command command) {
        return new Line(command, MDC.get(RequestId.FIELD), System.nanoTime());
    }

    /** {@code request} is null where the tracker itself writes: the first plan, a day that begins. That is nobody's write. */
    private record Line(Command command, String request, long began) implements Sent {
        @Override
        public Map<String, String> headers() {
            return request == null ? Map.of() : Map.of(CommandHeaders.REQUEST, request);
        }

        @Override
        public void ended(Result result, Throwable fault) {
            if (request == null) {
                write(Level.DEBUG, result, fault);
                return;
            }
            // Another thread than the request's own.
            MDC.put(RequestId.FIELD, request);
            try {
                write(Level.INFO, result, fault);
            } finally {
                MDC.remove(RequestId.FIELD);
            }
        }

        private void write(Level level, Result result, Throwable fault) {
            String outcome = outcome(result, fault);
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            LOG.atLevel(level)
                    .addKeyValue("command", command.id())
                    .addKeyValue("subject", command.subject().key())
                    .addKeyValue("outcome", outcome)
                    .addKeyValue("millis", millis)
                    .log(
                            "command {} on {}: {}, {} ms",
                            command.id(),
                            command.subject().key(),
                            outcome,
                            millis);
        }

        private String outcome(Result result, Throwable fault) {
            if (result == null) {
                return "unknown (" + fault.getClass().getSimpleName() + ")";
            }
            if (result.outcome() instanceof Result.Refused refused) {
                return "refused " + Labelled.fromName(refused.refusal().code());
            }
            String tried = command.dryRun() ? " (tried only)" : "";
            return "accepted version " + ((Result.Accepted) result.outcome()).version() + tried;
        }
    }
}
