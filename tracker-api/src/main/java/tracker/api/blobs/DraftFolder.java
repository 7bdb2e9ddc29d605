package tracker.api.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Where files are while they are written. What a crash left there goes at a later start. */
public final class DraftFolder {
    /** Nobody writes at one draft for so long, on whichever node that shares the folder. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private static final String SUFFIX = ".draft";

    private final Path folder;

    private DraftFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder where it is missing. */
    public static DraftFolder of(Path folder) {
        try {
            OwnerFolders.create(folder);
            sweep(folder);
            return new DraftFolder(folder);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot use " + folder, cause);
        }
    }

    /** What {@code in} holds; {@link DraftTooLargeException} once it is more than {@code limit} bytes. Nothing is left where it fails. */
    public Draft draft(InputStream in, long limit) throws IOException {
        Path file = Files.createTempFile(
                folder, "", SUFFIX, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            return Draft.write(file, in, limit);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    public Draft draft(byte[] content) throws IOException {
        return draft(new ByteArrayInputStream(content), Long.MAX_VALUE);
    }

    private static void sweep(Path folder) throws IOException {
        Instant before = Instant.now().minus(LEFT_BEHIND);
        List<Path> drafts;
        try (Stream<Path> files = Files.list(folder)) {
            drafts = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        for (Path draft : drafts) {
            if (Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
                Files.deleteIfExists(draft);
            }
        }
    }
}
