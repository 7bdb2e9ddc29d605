package tracker.api.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Blobs as files that only their owner may read. Each is written beside its place, forced to the disk, and then put there at once. */
public final class DirectoryBlobStore implements BlobStore {
    private final Path root;
    private final DraftFolder drafts;

    /** The directory is made where it is missing. */
    public DirectoryBlobStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
        // On the same file system, so that a draft can be put in place by its name alone.
        this.drafts = DraftFolder.of(this.root.resolve(".drafts"));
    }

    @Override
    public boolean putIfAbsent(String key, Path file) {
        return putIfAbsent(key, () -> Files.newInputStream(file));
    }

    @Override
    public boolean putIfAbsent(String key, byte[] content) {
        return putIfAbsent(key, () -> new ByteArrayInputStream(content));
    }

    private boolean putIfAbsent(String key, Source content) {
        Path place = place(key);
        if (Files.exists(place)) {
            return false;
        }
        try (InputStream in = content.open();
                Draft draft = drafts.draft(in, Long.MAX_VALUE)) {
            draft.force();
            OwnerFolders.create(place.getParent());
            // A link and not a move: of two at once, one finds the other's there.
            Files.createLink(place, draft.file());
            forceFolders(place.getParent());
            return true;
        } catch (FileAlreadyExistsException another) {
            return false;
        } catch (IOException cause) {
            throw failed("keep", key, cause);
        }
    }

    @Override
    public void put(String key, byte[] content) {
        Path place = place(key);
        try (Draft draft = drafts.draft(content)) {
            draft.force();
            OwnerFolders.create(place.getParent());
            Files.move(draft.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolders(place.getParent());
        } catch (IOException cause) {
            throw failed("keep", key, cause);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        return read(key, Files::readAllBytes);
    }

    @Override
    public Optional<InputStream> open(String key) {
        return read(key, Files::newInputStream);
    }

    @Override
    public OptionalLong size(String key) {
        return read(key, Files::size).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    public void delete(String key) {
        Path place = place(key);
        try {
            if (Files.isRegularFile(place) && Files.deleteIfExists(place)) {
                force(place.getParent());
            }
        } catch (IOException cause) {
            throw failed("delete", key, cause);
        }
    }

    @Override
    public List<String> list(String folder) {
        return within(place(folder), folder);
    }

    @Override
    public List<String> all() {
        return within(root, "all");
    }

    private List<String> within(Path directory, String named) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    // Drafts, and what an operator's tools leave: no key begins so.
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException cause) {
            throw failed("list", named, cause);
        }
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private <T> Optional<T> read(String key, Reader<T> reader) {
        Path place = place(key);
        try {
            // A folder of keys is no key.
            return Files.isRegularFile(place) ? Optional.of(reader.read(place)) : Optional.empty();
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException cause) {
            throw failed("read", key, cause);
        }
    }

    private Path place(String key) {
        return root.resolve(BlobKeys.require(key));
    }

    /** A name is as lasting as its folder, and that as its own. */
    private void forceFolders(Path lowest) throws IOException {
        for (Path folder = lowest; folder.startsWith(root); folder = folder.getParent()) {
            force(folder);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static StoreUnavailableException failed(String what, String key, IOException cause) {
        return new StoreUnavailableException("cannot " + what + " " + key, cause);
    }
}
