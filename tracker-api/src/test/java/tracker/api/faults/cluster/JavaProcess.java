package tracker.api.faults.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tracker.api.JavaCommand;

/** A JVM with the test's class path. All its starts write to one console, which outlives it. */
final class JavaProcess implements AutoCloseable {
    private static final long ENDS_WITHIN_SECONDS = 60;

    private final String main;
    private final Path console;
    private Process process;
    private long consoleFrom;

    JavaProcess(String main, Path console) {
        this.main = main;
        this.console = console;
    }

    /** {@code options} are the JVM's. */
    void start(List<String> options, List<String> arguments, Map<String, String> environment) {
        if (isAlive()) {
            throw new IllegalStateException("it runs already: " + console.getFileName());
        }
        try {
            consoleFrom = Files.exists(console) ? Files.size(console) : 0;
            ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(options, main, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** What it has said since its last start. */
    String said() {
        // What was said before may be much by now, and this is asked again and again.
        try (InputStream in = Files.newInputStream(console)) {
            in.skipNBytes(consoleFrom);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** kill -9; answers whether it ran at all. */
    boolean kill() {
        return end(Process::destroyForcibly);
    }

    /** What a service manager does; where that is not heard, it goes on as service managers do. */
    void stop() {
        end(Process::destroy);
        kill();
    }

    HeldProcess hold() {
        return HeldProcess.whole(process.pid());
    }

    HeldProcess slow() {
        return HeldProcess.mostly(process.pid());
    }

    private boolean end(Consumer<Process> how) {
        if (!isAlive()) {
            return false;
        }
        how.accept(process);
        try {
            process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Override
    public void close() {
        kill();
    }
}
