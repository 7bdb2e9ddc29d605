package tracker.api.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import tracker.streams.topology.LiveViews;

/** The stores of a view topology on a test driver. */
record DriverStores(LiveViews views) implements Stores {
    @Override
    public Optional<byte[]> get(String store, String plan, String key) {
        return Optional.ofNullable(views.store(store).get(key));
    }

    @Override
    public List<KeyValue<String, byte[]>> range(String store, String plan, String from, String to, int limit) {
        List<KeyValue<String, byte[]>> rows = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> found = views.store(store).range(from, to)) {
            while (found.hasNext() && rows.size() < limit) {
                rows.add(found.next());
            }
        }
        return rows;
    }

    @Override
    public Optional<KeyValue<String, byte[]>> last(String store, String plan, String from, String to) {
        List<KeyValue<String, byte[]>> rows = range(store, plan, from, to, Integer.MAX_VALUE);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }

    @Override
    public PlansHere plans(String store) {
        List<String> plans = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = views.store(store).all()) {
            all.forEachRemaining(row -> plans.add(row.key.substring(0, row.key.indexOf('/'))));
        }
        return new PlansHere(Set.of(0), plans.stream().distinct().toList());
    }
}
