package tracker.api.bench.peer;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.tools.ConsumerPerformance;
import tracker.api.bench.ground.Lines;

/** Kafka's own {@code ConsumerPerformance}, in a process that stays. */
public final class ConsumerPeer {
    private static final int MB_PER_SECOND = 3;

    private ConsumerPeer() {}

    /** Arguments: brokers, topic. Is told {@code COUNT}: how many records are read; answers with MB (of 2^20 bytes) per second. */
    public static void main(String[] arguments) throws Exception {
        Lines.serve(words -> megabytesPerSecond(arguments[0], arguments[1], words.get(0)));
    }

    private static String megabytesPerSecond(String bootstrap, String topic, String count) throws IOException {
        String said = Lines.said(() -> ConsumerPerformance.main(
                new String[] {"--bootstrap-server", bootstrap, "--topic", topic, "--num-records", count, "--hide-header"
                }));
        List<String> figures = List.of(
                said.strip().lines().reduce((first, last) -> last).orElse("").split(", *"));
        if (figures.size() <= MB_PER_SECOND) {
            throw new IOException(said);
        }
        return figures.get(MB_PER_SECOND);
    }
}
