package tracker.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StoreMemoryTest {
    private static final int STORES = 16;
    private static final int ROWS = 3_000;
    private static final int ROW_BYTES = 1 << 10;

    @TempDir
    private Path directory;

    @Test
    void manyStoresTogetherKeepNoMoreThanOneMay() throws Exception {
        long all = 16L << 20;
        SmallRocksDb each = new SmallRocksDb();
        List<Options> options = new ArrayList<>();
        List<RocksDB> stores = new ArrayList<>();
        try (StoreMemory memory = new StoreMemory(all)) {
            for (int store = 0; store < STORES; store++) {
                Options of = new Options().setCreateIfMissing(true);
                of.setTableFormatConfig(new BlockBasedTableConfig());
                each.setConfig("store", of, Map.of(StoreMemory.CONFIG, memory));
                options.add(of);
                stores.add(RocksDB.open(
                        of,
                        Files.createDirectory(directory.resolve("store-" + store))
                                .toString()));
            }
            byte[] row = new byte[ROW_BYTES];
            new Random(1).nextBytes(row);
            for (int key = 0; key < ROWS; key++) {
                for (RocksDB store : stores) {
                    store.put(ByteBuffer.allocate(Integer.BYTES).putInt(key).array(), row);
                }
            }
            // Each store alone would have the three megabytes that were put into it in memory still, and all of them
            // 48.
            await().until(() -> sum(stores, "rocksdb.size-all-mem-tables") <= all);
            for (int key = 0; key < ROWS; key++) {
                for (RocksDB store : stores) {
                    assertThat(store.get(ByteBuffer.allocate(Integer.BYTES)
                                    .putInt(key)
                                    .array()))
                            .isEqualTo(row);
                }
            }
            assertThat(stores.get(0).getLongProperty("rocksdb.block-cache-capacity"))
                    .isEqualTo(all);
            // One and the same for all.
            assertThat(stores.get(0).getLongProperty("rocksdb.block-cache-usage"))
                    .isEqualTo(stores.get(1).getLongProperty("rocksdb.block-cache-usage"))
                    .isLessThan(all + all / 4);
        } finally {
            stores.forEach(RocksDB::close);
            options.forEach(Options::close);
        }
    }

    private static long sum(List<RocksDB> stores, String property) throws RocksDBException {
        long sum = 0;
        for (RocksDB store : stores) {
            sum += store.getLongProperty(property);
        }
        return sum;
    }
}
