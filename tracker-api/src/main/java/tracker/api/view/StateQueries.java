package tracker.api.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import tracker.streams.topology.PlanPartitioner;

/** Reads the stores of one Streams application. Whatever keeps a store from answering is a {@link NotReadyException}. */
final class StateQueries {
    private final KafkaStreams streams;
    private final int partitions;

    StateQueries(KafkaStreams streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    Optional<byte[]> get(String store, String plan, String key) {
        return Optional.ofNullable(ask(store, plan, KeyQuery.<String, byte[]>withKey(key)));
    }

    /** At most {@code limit} rows from {@code from} to {@code to}, both included, in the keys' order. */
    List<KeyValue<String, byte[]>> range(String store, String plan, String from, String to, int limit) {
        List<KeyValue<String, byte[]>> rows = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> found =
                ask(store, plan, RangeQuery.<String, byte[]>withRange(from, to))) {
            while (found.hasNext() && rows.size() < limit) {
                rows.add(found.next());
            }
        }
        return rows;
    }

    private <R> R ask(String store, String plan, Query<R> query) {
        int partition = PlanPartitioner.partition(plan, partitions);
        try {
            QueryResult<R> result = streams.query(StateQueryRequest.inStore(store)
                            .withQuery(query)
                            .withPartitions(Set.of(partition))
                            .requireActive())
                    .getPartitionResults()
                    .get(partition);
            // A failure here looks like "not found" to whoever takes only the result (KAFKA-15768).
            if (result == null || result.isFailure()) {
                throw new NotReadyException(
                        result == null
                                ? "no answer from the store " + store
                                : result.getFailureReason() + ": " + result.getFailureMessage());
            }
            return result.getResult();
        } catch (InvalidStateStoreException cause) {
            throw new NotReadyException(cause.getMessage());
        }
    }
}
