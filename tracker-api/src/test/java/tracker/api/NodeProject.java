package tracker.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The scripts for Node and the packages that they name, which are fetched once into {@code target}. */
final class NodeProject {
    private static final int OLDEST_NODE = 18;
    private static final Duration FETCH = Duration.ofMinutes(3);
    private static final Path SOURCE = Path.of("src/test/resources/npm");
    private static final Path PLACE = Path.of("target/npm").toAbsolutePath();
    private static final Path FETCHED = PLACE.resolve("fetched");

    private NodeProject() {}

    /** Ends the test as skipped, with the reason, where Node, npm or the packages are not to be had. */
    static void require() {
        Commands.Outcome node = Commands.run(PLACE, Duration.ofSeconds(30), "node", "--version");
        Assumptions.assumeTrue(node.done(), () -> "Node is not installed: " + node);
        int version = Integer.parseInt(node.output().strip().replaceFirst("^v(\\d+)\\..*", "$1"));
        Assumptions.assumeTrue(version >= OLDEST_NODE, () -> "Node is older than " + OLDEST_NODE + ": " + node);
        Assumptions.assumeTrue(
                Commands.run(PLACE, Duration.ofSeconds(30), "npm", "--version").done(), "npm is not installed");
        copy();
        if (!isFetched()) {
            Commands.Outcome fetched = Commands.run(
                    PLACE, FETCH, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
            Assumptions.assumeTrue(fetched.done(), () -> "npm cannot fetch the packages: " + fetched);
            write(FETCHED, lock());
        }
    }

    /** One of the scripts, run to its end. */
    static Commands.Outcome run(Path directory, String script, String... arguments) {
        String[] command = Stream.concat(Stream.of("node", PLACE.resolve(script).toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return Commands.run(directory, Duration.ofMinutes(3), command);
    }

    /** Node looks for packages beside the script. */
    private static void copy() {
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, PLACE.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static boolean isFetched() {
        try {
            return Files.exists(FETCHED) && Files.readString(FETCHED).equals(lock());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String lock() {
        try {
            return Files.readString(SOURCE.resolve("package-lock.json"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
