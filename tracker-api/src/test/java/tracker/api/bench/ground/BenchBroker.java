package tracker.api.bench.ground;

import java.nio.file.Path;
import java.util.List;
import tracker.api.TrackerProcess;
import tracker.api.embedded.EmbeddedBroker;

/** The broker of the one-command start, in a process of its own, so that the tracker and its peers have the same one. */
public final class BenchBroker implements AutoCloseable {
    private static final String STARTED = "started";

    private final int port = TrackerProcess.freePort();
    private final Jvm jvm;

    public BenchBroker(Path data, Path consoles) {
        jvm = new Jvm(
                "broker",
                Main.class,
                consoles,
                List.of("-Xmx1g", "-Xms1g"),
                List.of(data.resolve("kafka").toString(), String.valueOf(port)));
        jvm.awaitLine(STARTED);
        jvm.unattended();
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        jvm.close();
    }

    /** The process. */
    public static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            System.out.println(STARTED);
        }
    }
}
