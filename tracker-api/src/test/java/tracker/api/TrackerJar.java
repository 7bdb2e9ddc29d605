package tracker.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The jar with the commands, run as their users do: a JDK, the jar, and nothing beside it. */
final class TrackerJar {
    private static final long DONE_WITHIN_SECONDS = 60;

    private final String url;
    private final String token;

    private TrackerJar(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** {@code token} is null for somebody without one. */
    static TrackerJar of(int port, String token) {
        return new TrackerJar("http://localhost:" + port, token);
    }

    record Run(int code, String out, String err) {
        JsonNode json() {
            return TestClient.parse(out);
        }

        List<JsonNode> lines() {
            return out.lines().map(TestClient::parse).toList();
        }
    }

    /** A command that does not end by itself. */
    record Running(Process process, Path out) implements AutoCloseable {
        /** As far as it has written them whole. */
        List<JsonNode> lines() {
            String written = read(out);
            return written.substring(0, written.lastIndexOf('\n') + 1)
                    .lines()
                    .map(TestClient::parse)
                    .toList();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    Run run(String... arguments) {
        try {
            Path out = Files.createTempFile("tracker", ".out");
            Path err = Files.createTempFile("tracker", ".err");
            Process process = start(out, err, arguments);
            if (!process.waitFor(DONE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it does not end: " + read(err));
            }
            return new Run(process.exitValue(), read(out), read(err));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    Running begin(String... arguments) {
        try {
            Path out = Files.createTempFile("tracker", ".out");
            return new Running(start(out, Files.createTempFile("tracker", ".err"), arguments), out);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JavaCommand.SHORT_LIVED);
        command.addAll(List.of(
                "-jar", Path.of("target/tracker-cli.jar").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
        builder.environment().put("TRACKER_URL", url);
        if (token != null) {
            builder.environment().put("TRACKER_TOKEN", token);
        }
        return builder.start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
