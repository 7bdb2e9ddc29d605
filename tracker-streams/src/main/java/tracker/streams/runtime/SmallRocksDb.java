package tracker.streams.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;

/**
 * Many small stores share one process: each gets a modest write buffer, and all of an application's together what {@link StoreMemory} has. Their
 * files are compressed: rows are JSON.
 */
public final class SmallRocksDb implements RocksDBConfigSetter {
    private static final long WRITE_BUFFER = 4L << 20;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        StoreMemory.in(configs).share(options);
    }

    @Override
    public void close(String storeName, Options options) {
        // What they share is closed when all of them are.
    }
}
