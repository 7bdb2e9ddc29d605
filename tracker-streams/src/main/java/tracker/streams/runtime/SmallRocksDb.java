package tracker.streams.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/** Many small stores share one process: each gets a modest write buffer, so that a laptop's memory holds them all. */
public final class SmallRocksDb implements RocksDBConfigSetter {
    private static final long WRITE_BUFFER = 4L << 20;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing of ours was opened.
    }
}
