package tracker.api.faults.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** One of the cluster's brokers. What it writes outlives its process, as long as there is room. */
public final class Broker implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    private final int id;
    private final String cluster;
    private final Path settings;
    private final JavaProcess process;

    /** {@code log} is where it keeps the log, {@code settings} all else that it is told. */
    Broker(int id, String cluster, Path log, Path consoles, Map<String, String> settings) {
        this.id = id;
        this.cluster = cluster;
        this.settings = log.resolveSibling("broker-" + id + ".properties");
        this.process = new JavaProcess(BrokerMain.class.getName(), consoles.resolve("broker-" + id + ".log"));
        Properties written = new Properties();
        written.putAll(settings);
        written.setProperty("node.id", String.valueOf(id));
        written.setProperty("log.dirs", log.toString());
        try {
            try (OutputStream out = Files.newOutputStream(this.settings)) {
                written.store(out, null);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public int id() {
        return id;
    }

    /** Does not wait until it is heard. */
    public void start() {
        if (!process.isAlive()) {
            process.start(OPTIONS, List.of(settings.toString(), cluster), Map.of());
        }
    }

    /** Answers whether it ran at all. */
    public boolean kill() {
        return process.kill();
    }

    public HeldProcess hold() {
        return process.hold();
    }

    /** As if its disk were slow: it runs for a quarter of the time. */
    public HeldProcess slow() {
        return process.slow();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.close();
    }
}
