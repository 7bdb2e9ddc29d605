package tracker.api.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import tracker.streams.domain.event.Hash;

/** A file while it is on its way in or out: written once, its digest taken meanwhile, gone when it is closed. */
public final class Draft implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final long size;
    private final String sha256;

    private Draft(Path file, long size, String sha256) {
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
    }

    /** {@link SourceBrokenException} where it is {@code in} that fails, and not the disk. */
    static Draft write(Path file, InputStream in, long limit) throws IOException {
        MessageDigest digest = Hash.digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                size += read;
                if (size > limit) {
                    throw new DraftTooLargeException(limit);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return new Draft(file, size, Hash.of(digest.digest()).hex());
    }

    private static int read(InputStream in, byte[] buffer) throws SourceBrokenException {
        try {
            return in.read(buffer);
        } catch (IOException cause) {
            throw new SourceBrokenException(cause);
        }
    }

    public Path file() {
        return file;
    }

    public long size() {
        return size;
    }

    public String sha256() {
        return sha256;
    }

    /** Sees to it that the bytes are on the disk itself. */
    public void force() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Hands the file on: it has no name any more, and is gone once the stream is closed. */
    public InputStream handOver() throws IOException {
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
