package tracker.api.bench.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import tracker.api.TrackerProcess;

/** A broker, and what is started on it. Taken down whole, with all that was written. */
public final class Site implements AutoCloseable {
    public static final int PARTITIONS = 4;
    /** Nobody is to be refused for asking often. */
    private static final String NO_LIMIT = "-Dtracker.requests-per-second=1000000";

    private static final double MEBI = 1 << 20;

    private final Path data;
    private final Path consoles;
    private final BenchBroker broker;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    public Site(Path consoles) {
        this.consoles = consoles;
        try {
            data = Files.createTempDirectory("bench");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        broker = new BenchBroker(data, consoles);
    }

    public String bootstrap() {
        return broker.bootstrap();
    }

    public Path data() {
        return data;
    }

    /** {@code options} are the JVM's, settings among them. */
    public BenchNode node(String name, String... options) throws IOException {
        return node(name, TrackerProcess.freePort(), data.resolve(name), options);
    }

    /** One of several, which know each other by what they share. */
    public BenchNode peer(String name, int standbys) throws IOException {
        int port = TrackerProcess.freePort();
        return node(
                name,
                port,
                data.resolve("shared"),
                "-Dtracker.address=127.0.0.1:" + port,
                "-Dtracker.standbys=" + standbys);
    }

    private BenchNode node(String name, int port, Path shared, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "-Xmx1g", NO_LIMIT, "-Dkafka.bootstrap.servers=" + bootstrap(), "-Dtracker.partitions=" + PARTITIONS));
        all.addAll(List.of(options));
        Files.createDirectories(shared);
        return closedWith(new BenchNode(name, port, data.resolve(name), shared, consoles, all));
    }

    /** MiB of records in all topics, without the indexes, which the broker makes as large as they may become. */
    public double brokerMebibytes() throws IOException {
        return mebibytes("kafka", file -> file.toString().endsWith(".log"));
    }

    /** MiB of files in a node's directory. */
    public double mebibytes(BenchNode node) throws IOException {
        return mebibytes(node.name(), file -> true);
    }

    private double mebibytes(String part, Predicate<Path> counted) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve(part))) {
            return files.filter(Files::isRegularFile)
                            .filter(counted)
                            .mapToLong(Site::size)
                            .sum()
                    / MEBI;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException goneMeanwhile) {
            return 0;
        }
    }

    /** What a node had on its disk is gone; its tokens go too. */
    public void forget(String node) throws IOException {
        Utils.delete(data.resolve(node).toFile());
    }

    /** One that is asked by lines, and there already. */
    public Jvm worker(String name, Class<?> main, Object... arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(String.valueOf(argument));
        }
        Jvm worker = closedWith(new Jvm(name, main, consoles, List.of("-Xmx1g"), words));
        worker.awaitLine(Jvm.ANSWER);
        return worker;
    }

    public <T extends AutoCloseable> T closedWith(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
        broker.close();
        Utils.delete(data.toFile());
    }
}
