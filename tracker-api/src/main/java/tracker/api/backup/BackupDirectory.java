package tracker.api.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tracker.api.OwnerFile;
import tracker.streams.domain.event.Hash;

/** A backup as it lies on the disk, readable by its owner alone: it has keys in it. Its manifest is written last. */
final class BackupDirectory {
    private static final String MANIFEST = "manifest.json";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Path root;

    private BackupDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** A new one, where nothing is yet. */
    static BackupDirectory create(Path path) throws IOException {
        if (Files.exists(path) && !isEmpty(path)) {
            throw new BackupRefusedException(
                    "目录 " + path + " 非空：请另选目录。", "The directory " + path + " is not empty: choose another one.");
        }
        Path root = path.toAbsolutePath();
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(root.resolve("keys"));
        return new BackupDirectory(root);
    }

    /** One that was finished, and of which every file is as it was then. */
    static BackupDirectory open(Path path) throws IOException {
        BackupDirectory directory = new BackupDirectory(path);
        if (!Files.exists(path.resolve(MANIFEST))) {
            throw new BackupRefusedException(
                    path + " 不是完整的备份：没有 " + MANIFEST + "。",
                    path + " is no finished backup: it has no " + MANIFEST + ".");
        }
        Map<String, String> files = directory.digests();
        Map<String, String> wanted = directory.manifest().files();
        List<String> changed = Stream.concat(files.keySet().stream(), wanted.keySet().stream())
                .distinct()
                .filter(file -> !wanted.getOrDefault(file, "").equals(files.get(file)))
                .sorted()
                .toList();
        if (!changed.isEmpty()) {
            throw new BackupRefusedException(
                    "备份中的文件有变：" + changed, "Files of the backup are not what they were: " + changed);
        }
        return directory;
    }

    /** The event log, as an archive. */
    Path log() {
        return root.resolve("log.avro");
    }

    /** Other topics, record by record. */
    Path topics() {
        return root.resolve("topics.avro");
    }

    /** Evidence, and the keys of persons. */
    Path files() {
        return root.resolve("files");
    }

    /** Of the data directory: the tokens' hashes and the checkpoint keys. */
    Path keys() {
        return root.resolve("keys");
    }

    Manifest manifest() throws IOException {
        return MAPPER.readValue(root.resolve(MANIFEST).toFile(), Manifest.class);
    }

    void finish(Manifest manifest) throws IOException {
        OwnerFile.write(root.resolve(MANIFEST), MAPPER.writeValueAsBytes(manifest));
    }

    /** SHA-256 of every file but the manifest. */
    Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (!name.equals(MANIFEST)) {
                    digests.put(name, digest(file));
                }
            }
        }
        return digests;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Hash.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }
}
