package tracker.api.bench.ground;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tracker.api.Application;
import tracker.api.TrackerProcess;

/** A node of the tracker as anybody would start it, on a broker that others use too. */
public final class BenchNode implements AutoCloseable {
    private static final String READY = "s] ready";
    private static final String TOKENS = "tokens.json";

    private final int port = TrackerProcess.freePort();
    private final Path data;
    private final Jvm jvm;
    private final double readyAfter;

    /** {@code options} are the JVM's, settings among them. Returns once it is ready. */
    public BenchNode(String name, String bootstrap, Path data, Path consoles, List<String> options) {
        this.data = data.resolve(name);
        List<String> all = new ArrayList<>(List.of(
                "-Dtracker.node=" + name,
                "-Dtracker.port=" + port,
                "-Dtracker.management-port=-1",
                "-Dtracker.exit-with-parent=true",
                "-Dkafka.bootstrap.servers=" + bootstrap,
                "-Dtracker.data=" + this.data));
        all.addAll(options);
        long began = System.nanoTime();
        jvm = new Jvm(name, Application.class, consoles, all, List.of());
        jvm.awaitLine(READY);
        readyAfter = (System.nanoTime() - began) / 1e9;
        jvm.unattended();
    }

    public int port() {
        return port;
    }

    public long pid() {
        return jvm.pid();
    }

    /** Seconds from the process's start. */
    public double readyAfter() {
        return readyAfter;
    }

    /** The planning office's, which may do all that is measured. */
    public String token() {
        try {
            return new JsonMapper()
                    .readTree(data.resolve(TOKENS).toFile())
                    .get("planning-office")
                    .asText();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public void kill() {
        jvm.kill();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
