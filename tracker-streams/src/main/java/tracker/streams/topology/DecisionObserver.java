package tracker.streams.topology;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tracker.streams.domain.command.Result;

/** Looks on while commands are decided, and has no say in it: what it returns travels beside the records, never in them. Must not fail. */
public interface DecisionObserver {
    DecisionObserver NONE = headers -> new Observed() {
        @Override
        public Headers decided(Result result) {
            return new RecordHeaders();
        }

        @Override
        public void unusable(RuntimeException reason) {}
    };

    /** A command with these headers is about to be decided. */
    Observed begin(Headers command);

    /** One decision; one of the two is called, once. */
    interface Observed {
        /** What the records of the events and of the result carry as headers. */
        Headers decided(Result result);

        void unusable(RuntimeException reason);
    }
}
