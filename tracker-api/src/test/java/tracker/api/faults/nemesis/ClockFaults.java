package tracker.api.faults.nemesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;

/** The clock of a node jumps while it runs. Its time is what libfaketime (Debian: faketime) says; without that library there is no such fault. */
final class ClockFaults {
    /** The brokers' clients wait by the wall clock: for as long as it goes back they do nothing, and that must end before all is read. */
    private static final int LONGEST_JUMP_SECONDS = 60;

    private static final int LONGEST_OF_MOST_SECONDS = 8;
    private static final int FAR = 8;

    private static final String RIGHT = "+0";

    private ClockFaults() {}

    static boolean arePossible() {
        return library().isPresent();
    }

    private static Optional<Path> library() {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(Path.of("/usr/lib"))) {
            for (Path directory : directories) {
                Path library = directory.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
            return Optional.empty();
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    static Fault jump(Cluster cluster, Random random) {
        Node node = NodeFaults.any(cluster, random);
        int longest = random.nextInt(100) < FAR ? LONGEST_JUMP_SECONDS : LONGEST_OF_MOST_SECONDS;
        int seconds = (1 + random.nextInt(longest)) * (random.nextBoolean() ? 1 : -1);
        Path offset = cluster.file("clock-of-" + node.name());
        return new Simple(
                node.name() + " by " + seconds + " s",
                () -> {
                    makeMovable(cluster, node, offset);
                    write(offset, "%+d".formatted(seconds));
                    return node.isReady();
                },
                () -> write(offset, RIGHT));
    }

    /** Only what is started so can be told another time. */
    private static void makeMovable(Cluster cluster, Node node, Path offset) {
        Map<String, String> environment = Map.of(
                "LD_PRELOAD", library().orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE", offset.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                // Else no thread waits as long as it means to, and all of them spin.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1");
        if (!node.runsWith(environment)) {
            write(offset, RIGHT);
            node.kill();
            node.start(environment);
        }
        cluster.awaitStarted(node);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text + "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
