package tracker.api.bench.ground;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tracker.api.JavaCommand;

/** A process of its own with this one's class path. It is asked by lines, and answers each with a line that begins with {@value #ANSWER}. */
public final class Jvm implements AutoCloseable {
    static final String ANSWER = "= ";
    private static final String MAIN_CLASSES = Path.of("target", "classes").toString();
    private static final long ENDS_WITHIN_SECONDS = 60;

    private final String name;
    private final Process process;
    private final BufferedReader says;
    private final PrintStream asks;
    private final PrintStream console;

    /** {@code options} are the JVM's; what it says goes to a file called after {@code name} in {@code consoles}. */
    public Jvm(String name, Class<?> main, Path consoles, List<String> options, List<String> arguments) {
        this(name, consoles, JavaCommand.of(options, main.getName(), arguments));
    }

    private Jvm(String name, Path consoles, List<String> command) {
        this.name = name;
        try {
            Files.createDirectories(consoles);
            console = new PrintStream(
                    Files.newOutputStream(consoles.resolve(name + ".log")), true, StandardCharsets.UTF_8);
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        says = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        asks = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** One that knows nothing of the tracker: without the classes of its modules, its tests' excepted. */
    public static Jvm withoutTracker(
            String name, Class<?> main, Path consoles, List<String> options, List<String> arguments) {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith(MAIN_CLASSES))
                .collect(Collectors.joining(File.pathSeparator));
        return new Jvm(name, consoles, JavaCommand.of(options, classPath, main.getName(), arguments));
    }

    /** Answers from within such a process. */
    public static void answer(Object answer) {
        System.out.println(ANSWER + answer);
    }

    public String ask(Object... words) {
        List<String> line = new ArrayList<>();
        for (Object word : words) {
            line.add(String.valueOf(word));
        }
        asks.println(String.join(" ", line));
        return awaitLine(ANSWER);
    }

    /** Returns what follows {@code beginning} in the first line that has it. */
    public String awaitLine(String beginning) {
        try {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                console.println(line);
                int at = line.indexOf(beginning);
                if (at >= 0) {
                    return line.substring(at + beginning.length());
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        throw new IllegalStateException(name + " ended before it said \"" + beginning + "\"");
    }

    /** From now on what it says is only kept: nobody waits for it any more. */
    public Jvm unattended() {
        Thread reader = new Thread(this::keep, name + "-console");
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    private void keep() {
        try {
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                console.println(line);
            }
        } catch (IOException ended) {
            console.println("ended");
        }
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            if (!process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
