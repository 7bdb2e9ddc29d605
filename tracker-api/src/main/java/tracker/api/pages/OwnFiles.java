package tracker.api.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tracker.api.words.Words;
import tracker.streams.domain.event.Hash;

/**
 * The pages' own scripts and styles, under one version that is made of all their bytes: what a browser has of that version it need never
 * ask for again. The terms of the field are one of the files ({@code terms.js}), so that they are written once. Read when first asked for.
 */
@Singleton
public final class OwnFiles {
    private static final String ROOT = "/public";
    private static final String TERMS = "terms.js";

    private final SortedMap<String, PageFile> files;
    private final String version;

    OwnFiles() {
        SortedMap<String, PageFile> read = new TreeMap<>();
        contents().forEach((name, bytes) -> read.put(name, PageFile.of(name, bytes)));
        byte[] terms = terms();
        read.put(TERMS, PageFile.of(TERMS, terms));
        files = Collections.unmodifiableSortedMap(read);
        StringBuilder all = new StringBuilder();
        files.forEach((name, file) -> all.append(name).append(file.tag()));
        version = Hash.sha256(all.toString()).hex().substring(0, 16);
    }

    public String version() {
        return version;
    }

    SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    /** By its path under the version, such as {@code parts/bullet.js}. */
    public Optional<PageFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static Map<String, byte[]> contents() {
        try {
            URI root = OwnFiles.class.getResource(ROOT).toURI();
            if (!root.getScheme().equals("jar")) {
                return contents(Path.of(root));
            }
            try (FileSystem jar = FileSystems.newFileSystem(root, Map.of())) {
                return contents(jar.getPath(ROOT));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(ROOT, cause);
        } catch (URISyntaxException cause) {
            throw new IllegalStateException(ROOT, cause);
        }
    }

    private static Map<String, byte[]> contents(Path root) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                contents.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static byte[] terms() {
        try {
            String json = new ObjectMapper()
                    .writeValueAsString(Words.read(Words.TERMS).all());
            return ("export default " + json + ";\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(TERMS, cause);
        }
    }
}
