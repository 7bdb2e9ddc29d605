package tracker.api.bench.peer;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.tools.ProducerPerformance;
import tracker.api.bench.ground.Lines;

/** Kafka's own {@code ProducerPerformance}, in a process that stays: a peer that has to warm up in each round would be none. */
public final class ProducerPeer {
    private static final Pattern RATE = Pattern.compile("records sent, ([0-9.]+) records/sec");

    private ProducerPeer() {}

    /** Arguments: brokers, topic. Is told {@code COUNT BYTES}: records and their size; answers with records per second. */
    public static void main(String[] arguments) throws Exception {
        Lines.serve(words -> perSecond(arguments[0], arguments[1], words.get(0), words.get(1)));
    }

    private static String perSecond(String bootstrap, String topic, String count, String bytes) throws IOException {
        String said = Lines.said(() -> ProducerPerformance.main(new String[] {
            "--topic",
            topic,
            "--num-records",
            count,
            "--record-size",
            bytes,
            "--throughput",
            "-1",
            "--bootstrap-server",
            bootstrap,
            "--command-property",
            "acks=all"
        }));
        Matcher rate = RATE.matcher(said);
        String last = null;
        while (rate.find()) {
            last = rate.group(1);
        }
        if (last == null) {
            throw new IOException(said);
        }
        return last;
    }
}
