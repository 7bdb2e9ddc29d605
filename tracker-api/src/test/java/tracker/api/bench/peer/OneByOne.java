package tracker.api.bench.peer;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import tracker.api.CommittedReader;
import tracker.api.bench.ground.Latencies;
import tracker.api.bench.ground.Lines;

/** Sends one value after the other, each when the one before has been read. */
final class OneByOne {
    private OneByOne() {}

    /** Is told {@code COUNT BYTES}; answers with milliseconds at p50 and p99. */
    static void serve(KafkaConsumer<byte[], byte[]> reader, Consumer<byte[]> send) throws Exception {
        Lines.serve(words -> {
            Latencies took = new Latencies();
            byte[] value = new byte[Integer.parseInt(words.get(1))];
            for (int number = Integer.parseInt(words.get(0)); number > 0; number--) {
                long began = System.nanoTime();
                send.accept(value);
                while (reader.poll(Duration.ofSeconds(1)).isEmpty()) {
                    // Until it is there.
                }
                took.add(System.nanoTime() - began);
            }
            return took;
        });
    }

    /** Of what comes from now on. */
    static KafkaConsumer<byte[], byte[]> reader(String bootstrap, String topic, int partition) {
        KafkaConsumer<byte[], byte[]> reader = CommittedReader.of(bootstrap);
        TopicPartition one = new TopicPartition(topic, partition);
        reader.assign(List.of(one));
        reader.seekToEnd(List.of(one));
        reader.position(one);
        return reader;
    }
}
