package tracker.api.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** While this is open, a process does not run, or only now and then. The shell that sees to it ends with the test, whatever ends that. */
public final class HeldProcess implements AutoCloseable {
    private static final String WHOLE = "kill -STOP $0; echo held; read end; kill -CONT $0";
    private static final String MOSTLY = "echo held; parent=$PPID; "
            + "while kill -0 $parent && kill -STOP $0; do sleep 0.15; kill -CONT $0; sleep 0.05; done";
    private static final long ENDS_WITHIN_SECONDS = 10;

    private final long pid;
    private final Process shell;

    private HeldProcess(long pid, String script) {
        this.pid = pid;
        try {
            shell = new ProcessBuilder("sh", "-c", script, String.valueOf(pid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            shell.inputReader().readLine();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static HeldProcess whole(long pid) {
        return new HeldProcess(pid, WHOLE);
    }

    /** Held up three quarters of the time. */
    static HeldProcess mostly(long pid) {
        return new HeldProcess(pid, MOSTLY);
    }

    @Override
    public void close() {
        try {
            shell.outputWriter().close();
            if (!shell.waitFor(1, TimeUnit.SECONDS)) {
                shell.destroy();
                shell.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
            }
            // Whatever the shell had come to.
            new ProcessBuilder("kill", "-CONT", String.valueOf(pid))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
