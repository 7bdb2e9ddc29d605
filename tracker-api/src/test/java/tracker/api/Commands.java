package tracker.api;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other people's programs, run to their end within a given time. */
final class Commands {
    private static final int NEVER_RAN = -1;

    private Commands() {}

    /** {@code output} is what was printed on both ways, or why nothing was. */
    record Outcome(int status, String output) {
        boolean done() {
            return status == 0;
        }
    }

    static Outcome run(Path directory, Duration within, String... command) {
        return run(directory, within, Map.of(), command);
    }

    static Outcome run(Path directory, Duration within, Map<String, String> environment, String... command) {
        try {
            Files.createDirectories(directory);
            Path printed = Files.createTempFile("command", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            builder.environment().putAll(environment);
            return awaited(start(builder), within, printed);
        } catch (NotInstalledException absent) {
            return new Outcome(NEVER_RAN, absent.getMessage());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Process start(ProcessBuilder builder) throws NotInstalledException {
        try {
            return builder.start();
        } catch (IOException absent) {
            throw new NotInstalledException(absent);
        }
    }

    private static Outcome awaited(Process process, Duration within, Path printed) throws IOException {
        try {
            if (!process.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Outcome(NEVER_RAN, "not done within " + within + ":\n" + Files.readString(printed));
            }
            return new Outcome(process.exitValue(), Files.readString(printed));
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            throw new IllegalStateException(interrupted);
        }
    }

    private static final class NotInstalledException extends Exception {
        NotInstalledException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
