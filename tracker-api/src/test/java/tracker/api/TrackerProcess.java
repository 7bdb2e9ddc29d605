package tracker.api;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/** A tracker in a process of its own, as the one-command start makes it: one that can be killed. */
public final class TrackerProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);

    private static final int TRIES = 100;
    private static final int LOWEST_PORT = 15_000;
    private static final int HIGHEST_PORT = 32_000;

    private final Process process;
    private final Path console;

    private TrackerProcess(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /** Does not wait for it to be ready. */
    static TrackerProcess launch(Path data, int port) {
        return launch(data, port, List.of());
    }

    /** {@code options} are the JVM's, settings among them. */
    static TrackerProcess launch(Path data, int port, List<String> options) {
        try {
            Path console = Files.createTempFile("tracker", ".log");
            List<String> all = new ArrayList<>(List.of(
                    "-Xmx512m", "-Dtracker.port=" + port, "-Dtracker.data=" + data, "-Dtracker.management-port=-1"));
            all.addAll(JavaCommand.SHORT_LIVED);
            all.addAll(options);
            Process process = new ProcessBuilder(JavaCommand.of(all, Application.class.getName(), List.of()))
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            return new TrackerProcess(process, console);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** {@code settings} are written {@code tracker.demo=true}. */
    public static TrackerProcess start(Path data, int port, String... settings) {
        return start(
                data,
                port,
                Arrays.stream(settings).map(setting -> "-D" + setting).toList());
    }

    static TrackerProcess start(Path data, int port, List<String> options) {
        TrackerProcess tracker = launch(data, port, options);
        try {
            await().atMost(READY_WITHIN)
                    .until(() -> tracker.console().contains("s] ready") || !tracker.process.isAlive());
        } catch (ConditionTimeoutException cause) {
            // Else nobody has it who could end it.
            tracker.process.destroyForcibly();
            throw new IllegalStateException(tracker.console(), cause);
        }
        if (!tracker.process.isAlive()) {
            throw new IllegalStateException(tracker.console());
        }
        return tracker;
    }

    String console() {
        try {
            return Files.readString(console);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** kill -9: nothing of it gets to say good-bye. */
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** What Ctrl-C and a service manager do. */
    int stop() {
        process.destroy();
        return awaitExit();
    }

    int awaitExit() {
        try {
            if (!process.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end:\n" + console());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** One that nobody is given by chance, as an outgoing connection would be: below those that the system hands out. */
    public static int freePort() {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next, then.
            }
        }
        throw new IllegalStateException("no port is free");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
