package tracker.api.bench.ground;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tracker.api.Application;

/** A node of the tracker as anybody would start it, on a broker that others use too. */
public final class BenchNode implements AutoCloseable {
    private static final String READY = "s] ready";
    private static final String TOKENS = "tokens.json";

    private final String name;
    private final int port;
    private final Path shared;
    private final Jvm jvm;
    private final double readyAfter;

    /** {@code shared} has the tokens; {@code options} are the JVM's, settings among them. Returns once it is ready. */
    BenchNode(String name, int port, Path data, Path shared, Path consoles, List<String> options) {
        this.name = name;
        this.port = port;
        this.shared = shared;
        List<String> all = new ArrayList<>(List.of(
                "-Dtracker.node=" + name,
                "-Dtracker.port=" + port,
                "-Dtracker.management-port=-1",
                "-Dtracker.exit-with-parent=true",
                "-Dtracker.shared=" + shared,
                "-Dtracker.data=" + data));
        all.addAll(options);
        long began = System.nanoTime();
        jvm = new Jvm(name, Application.class, consoles, all, List.of());
        jvm.awaitLine(READY);
        readyAfter = (System.nanoTime() - began) / 1e9;
        jvm.unattended();
    }

    String name() {
        return name;
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
                    .readTree(shared.resolve(TOKENS).toFile())
                    .get("planning-office")
                    .asText();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** As the planning office. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token());
    }

    public void kill() {
        jvm.kill();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
