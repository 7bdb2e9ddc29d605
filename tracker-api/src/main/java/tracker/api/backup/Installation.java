package tracker.api.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tracker.api.OwnerFile;
import tracker.api.blobs.BlobStore;
import tracker.api.blobs.DirectoryBlobStore;

/** What an installation has beside the brokers: files of evidence, keys of persons, tokens' hashes, checkpoint keys. */
public final class Installation {
    private static final List<String> KEYS = List.of("token-hashes.json", "checkpoint-keys");

    private final Path dataDirectory;
    private final BlobStore files;

    public Installation(Path dataDirectory, BlobStore files) {
        this.dataDirectory = dataDirectory;
        this.files = files;
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    /** Whether nothing is here that a restore would have to replace. */
    boolean isEmpty() {
        return KEYS.stream().noneMatch(name -> Files.exists(dataDirectory.resolve(name)))
                && files.all().isEmpty();
    }

    void copyTo(BackupDirectory backup) throws IOException {
        try (BlobStore target = new DirectoryBlobStore(backup.files())) {
            copy(files, target);
        }
        copyKeys(dataDirectory, backup.keys());
    }

    void copyFrom(BackupDirectory backup) throws IOException {
        try (BlobStore source = new DirectoryBlobStore(backup.files())) {
            copy(source, files);
        }
        copyKeys(backup.keys(), dataDirectory);
    }

    private static void copyKeys(Path from, Path to) throws IOException {
        for (String name : KEYS) {
            if (Files.exists(from.resolve(name))) {
                OwnerFile.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
            }
        }
    }

    /** A file at a time on the disk, since a file of evidence may be larger than memory has room for. */
    private static void copy(BlobStore from, BlobStore to) throws IOException {
        Path draft = Files.createTempFile("tracker", ".part");
        try {
            for (String key : from.all()) {
                try (InputStream content = from.open(key).orElseThrow()) {
                    Files.write(draft, new byte[0]);
                    try (var out = Files.newOutputStream(draft)) {
                        content.transferTo(out);
                    }
                    to.putIfAbsent(key, draft);
                }
            }
        } finally {
            Files.delete(draft);
        }
    }
}
