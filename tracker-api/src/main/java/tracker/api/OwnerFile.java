package tracker.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Files that only their owner may read. */
public final class OwnerFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerFile() {}

    /** Replaces {@code file} whole: whoever reads it sees the old content or the new one. It keeps the owner that it had. */
    public static void write(Path file, byte[] content) {
        Path draft = null;
        try {
            draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp", OWNER_ONLY);
            Files.write(draft, content);
            keepOwner(file, draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            discard(draft);
            throw new UncheckedIOException("cannot write " + file, cause);
        }
    }

    /** As {@link #write}, with what {@code change} makes of the content that is there; of several who do so, one after the other. */
    public static void update(Path file, UnaryOperator<byte[]> change) {
        alone(file, () -> write(file, change.apply(read(file))));
    }

    /** Has {@code create} make the file where there is none; of several who do so, nodes that share it for example, one does. */
    public static void createIfAbsent(Path file, Runnable create) {
        if (!Files.exists(file)) {
            alone(file, () -> {
                if (!Files.exists(file)) {
                    create.run();
                }
            });
        }
    }

    /** Does what nobody else does at the same time who asks with the same {@code file}, be it in another process. */
    private static void alone(Path file, Runnable work) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel =
                FileChannel.open(lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OWNER_ONLY)) {
            // Until the channel is closed.
            channel.lock();
            work.run();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot change " + file, cause);
        }
    }

    /** All of it; an unchecked exception where there is none. */
    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + file, cause);
        }
    }

    /** An administrator who changes the tracker's file must not lock the tracker out of it. */
    private static void keepOwner(Path file, Path draft) throws IOException {
        if (Files.exists(file)) {
            UserPrincipal owner = Files.getOwner(file);
            if (!owner.equals(Files.getOwner(draft))) {
                Files.setOwner(draft, owner);
            }
        }
    }

    private static void discard(Path draft) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException leftBehind) {
            // What could not be written is the fault to tell of, not that a draft of it stays.
        }
    }
}
