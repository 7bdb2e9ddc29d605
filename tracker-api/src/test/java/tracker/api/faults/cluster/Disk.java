package tracker.api.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory that can be as good as full. That takes a mount of its own, which not everybody may make: without it there is always room. */
public final class Disk implements AutoCloseable {
    private static final String ROOM = "4g";
    private static final long LEFT = 4 << 10;
    private static final int TRIES = 20;

    private final Path directory;
    private final boolean mounted;

    Disk(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        this.mounted =
                run(List.of("mount", "-t", "tmpfs", "-o", "size=" + ROOM, "tracker-faults", directory.toString()));
    }

    Path directory() {
        return directory;
    }

    /** Whether it can be filled. */
    public boolean isMounted() {
        return mounted;
    }

    /** Leaves next to no room beside what is there; answers whether it came to that. */
    public boolean fill() {
        try {
            FileStore store = Files.getFileStore(directory);
            for (int tried = 0; tried < TRIES; tried++) {
                // What is written meanwhile may not fit any more, and then the mount stays as it is.
                if (resize(String.valueOf(store.getTotalSpace() - store.getUnallocatedSpace() + LEFT))) {
                    return true;
                }
            }
            return false;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public void empty() {
        if (!resize(ROOM)) {
            throw new IllegalStateException("cannot resize " + directory);
        }
    }

    private boolean resize(String size) {
        return run(List.of("mount", "-o", "remount,size=" + size, directory.toString()));
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        if (mounted) {
            // Also while somebody still has files open there.
            run(List.of("umount", "-l", directory.toString()));
        }
    }
}
