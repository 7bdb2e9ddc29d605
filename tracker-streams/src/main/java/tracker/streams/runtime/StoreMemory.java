package tracker.streams.runtime;

import java.util.Map;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * What the stores of one application keep in memory, all together, outside the heap: blocks of their files with these files' indexes, and what
 * is not yet in a file. However many stores there are, it is bounded. Must be closed after them.
 */
final class StoreMemory implements AutoCloseable {
    /** By this the stores find it in their application's configuration. */
    static final String CONFIG = "tracker.store.memory";

    /** Of all, for what is not yet in a file. */
    private static final double WRITTEN = 0.5;
    /** Of all, for the indexes, which each read needs. */
    private static final double INDEXES = 0.1;

    /** Of a store's files what is read, kept and compressed at once. */
    private static final long BLOCK = 16L << 10;

    private final Cache blocks;
    private final WriteBufferManager written;

    StoreMemory(long bytes) {
        RocksDB.loadLibrary();
        blocks = new LRUCache(bytes, -1, false, INDEXES);
        written = new WriteBufferManager((long) (WRITTEN * bytes), blocks);
    }

    /** As a store is told of it. */
    static StoreMemory in(Map<String, Object> configs) {
        return (StoreMemory) configs.get(CONFIG);
    }

    void share(Options options) {
        options.setWriteBufferManager(written);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(blocks);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        // In parts, of which a read needs one: a file's whole index has megabytes, and what finds no room for it reads
        // it again each time.
        table.setIndexType(IndexType.kTwoLevelIndexSearch);
        table.setPartitionFilters(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setBlockSize(BLOCK);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close() {
        written.close();
        blocks.close();
    }
}
