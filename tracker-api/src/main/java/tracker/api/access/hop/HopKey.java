package tracker.api.access.hop;

import jakarta.inject.Singleton;
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
            OwnerFile.createIfAbsent(file, this::create);
            known = OwnerFile.read(file);
            key = known;
        }
        return known.clone();
    }

    private void create() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        OwnerFile.write(file, random);
    }
}
