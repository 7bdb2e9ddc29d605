package tracker.api.faults.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tracker.api.TrackerProcess;

/** One node of the tracker, always at the same port and on the same data. */
public final class Node implements AutoCloseable {
    private final String name;
    private final int port = TrackerProcess.freePort();
    private final List<String> options;
    private final JavaProcess process;
    private Map<String, String> environment = Map.of();

    /** {@code settings} are those of the tracker beside name and port; one that is not {@code alone} tells the others where it is. */
    Node(String name, boolean alone, Path consoles, Map<String, String> settings) {
        this.name = name;
        this.process = new JavaProcess("tracker.api.Application", consoles.resolve(name + ".log"));
        List<String> options = new ArrayList<>(List.of(
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Dtracker.node=" + name,
                "-Dtracker.port=" + port,
                "-Dtracker.management-port=-1",
                "-Dtracker.exit-with-parent=true"));
        if (!alone) {
            options.add("-Dtracker.address=127.0.0.1:" + port);
        }
        settings.forEach((setting, value) -> options.add("-D" + setting + "=" + value));
        this.options = List.copyOf(options);
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    /** In the environment of its last start. Does not wait until it is ready; one that runs is left as it is. */
    public void start() {
        start(environment);
    }

    /** With that environment beside the usual one. */
    public void start(Map<String, String> environment) {
        if (!process.isAlive()) {
            process.start(options, List.of(), environment);
            this.environment = Map.copyOf(environment);
        }
    }

    /** Whether it runs, and with that environment. */
    public boolean runsWith(Map<String, String> environment) {
        return process.isAlive() && this.environment.equals(environment);
    }

    public boolean isReady() {
        return process.isAlive() && process.said().contains("s] ready");
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Answers whether it ran at all. */
    public boolean kill() {
        return process.kill();
    }

    /** In due form, as long as it answers to that. */
    public void stop() {
        process.stop();
    }

    public HeldProcess hold() {
        return process.hold();
    }

    /** What it has said since its last start. */
    public String said() {
        return process.said();
    }

    @Override
    public void close() {
        process.close();
    }
}
