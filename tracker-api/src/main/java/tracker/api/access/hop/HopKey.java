package tracker.api.access.hop;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import tracker.api.NodeSettings;
import tracker.api.OwnerFile;
import tracker.api.TrackerSettings;

/** {@code node-key} in the directory that all nodes share: whoever has it is a node. Made by the first one that needs it. */
@Singleton
final class HopKey {
    private static final int BYTES = 32;

    private final Path file;
    private volatile byte[] key;

    HopKey(TrackerSettings settings, NodeSettings self) {
        this.file = self.sharedDirectory(settings).resolve("node-key");
    }

    /** 256 random bits, the same on every node. */
    byte[] bytes() {
        byte[] known = key;
        if (known == null) {
            OwnerFile.alone(file, this::createIfAbsent);
            known = read();
            key = known;
        }
        return known.clone();
    }

    private void createIfAbsent() {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            OwnerFile.write(file, random);
        }
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + file, cause);
        }
    }
}
