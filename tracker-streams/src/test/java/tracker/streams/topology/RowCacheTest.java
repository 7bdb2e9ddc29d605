package tracker.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowCacheTest {
    private static final int ROWS = 100;
    private static final int BYTES = 10;

    private final RowCache cache = new RowCache(ROWS * BYTES);

    @Test
    void allTasksTogetherKeepSoManyBytes() {
        List<CachedRows<PlanHead>> tasks = Stream.generate(this::task).limit(5).toList();
        for (CachedRows<PlanHead> task : tasks) {
            for (int row = 0; row < ROWS; row++) {
                cache.put(task, "zone/" + row, PlanHead.START, BYTES);
            }
        }
        assertThat(tasks.stream().mapToLong(this::kept).sum()).isPositive().isLessThanOrEqualTo(ROWS);
    }

    @Test
    void noTaskSeesAnothersRowsAndOneThatEndedKeepsNone() {
        CachedRows<PlanHead> one = task();
        CachedRows<PlanHead> other = task();
        cache.put(one, "zone/1", PlanHead.START, BYTES);
        cache.put(other, "zone/2", PlanHead.START, BYTES);
        assertThat(cache.get(other, "zone/1")).isNull();
        one.close();
        assertThat(cache.get(one, "zone/1")).isNull();
        assertThat(cache.get(other, "zone/2")).isSameAs(PlanHead.START);
    }

    private CachedRows<PlanHead> task() {
        return new CachedRows<>(null, StoredStates.HEADS, cache);
    }

    private long kept(CachedRows<PlanHead> task) {
        return Stream.iterate(0, row -> row < ROWS, row -> row + 1)
                .filter(row -> cache.get(task, "zone/" + row) != null)
                .count();
    }
}
