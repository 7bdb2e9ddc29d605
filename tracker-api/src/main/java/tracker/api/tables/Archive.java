package tracker.api.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.InputStreamStatistics;

/**
 * A zip in memory of which every entry was unpacked once, into nothing, and found whole and within the limits. Only then is
 * anything of it parsed. Names are told apart as sheets' packages do: not by their case.
 */
final class Archive {
    // Small files of one repeated character are no attack, and are packed best.
    private static final long RATIO_FROM = 1 << 20;
    private static final int CHUNK = 1 << 13;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();

    private Archive(ZipFile zip) {
        this.zip = zip;
    }

    /** Throws what is wrong with it. */
    static Archive inspect(String name, byte[] content, Reading reading) {
        if (ArchiveChecks.countOfEntries(content) > reading.limits().maxEntries()) {
            throw reading.fatal(
                    name,
                    "too-many-entries",
                    "压缩包内超过 " + reading.limits().maxEntries() + " 个文件。",
                    "The archive holds more than " + reading.limits().maxEntries() + " files.");
        }
        try {
            Archive archive =
                    new Archive(ZipFile.builder().setByteArray(content).get());
            ArchiveChecks checks = new ArchiveChecks(name, reading);
            for (ZipArchiveEntry entry : archive.all()) {
                checks.requireSafeName(entry.getName());
                if (archive.entries.putIfAbsent(key(entry.getName()), entry) != null) {
                    throw checks.duplicate(entry.getName());
                }
                if (!archive.isReadable(entry)) {
                    throw checks.encrypted(entry.getName());
                }
                archive.drain(entry, checks);
            }
            archive.entries.values().removeIf(ZipArchiveEntry::isDirectory);
            if (archive.has("[Content_Types].xml")) {
                return archive;
            }
            checks.requireSetOfCsv(archive.names());
            archive.entries.values().removeIf(entry -> ArchiveChecks.isSystemFile(entry.getName()));
            return archive;
        } catch (IOException | IllegalArgumentException corrupt) {
            throw reading.fatal(name, "corrupt-archive", "压缩包已损坏。", "The archive is damaged.");
        }
    }

    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    List<String> names() {
        return entries.values().stream().map(ZipArchiveEntry::getName).toList();
    }

    /** An entry there is. */
    InputStream open(String name) {
        try {
            return zip.getInputStream(entries.get(key(name)));
        } catch (IOException readBefore) {
            throw new UncheckedIOException(name, readBefore);
        }
    }

    private List<ZipArchiveEntry> all() {
        return Collections.list(zip.getEntries());
    }

    private boolean isReadable(ZipArchiveEntry entry) {
        boolean usual = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
        return usual && zip.canReadEntryData(entry);
    }

    private void drain(ZipArchiveEntry entry, ArchiveChecks checks) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (InputStream raw = zip.getInputStream(entry);
                CheckedInputStream in = new CheckedInputStream(raw, new CRC32())) {
            InputStreamStatistics counted = (InputStreamStatistics) raw;
            long unpacked = 0;
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                unpacked += count;
                checks.unpacked(count);
                if (unpacked > RATIO_FROM) {
                    checks.requireRatio(unpacked, counted.getCompressedCount());
                }
            }
            if (in.getChecksum().getValue() != entry.getCrc() || unpacked != entry.getSize()) {
                throw new IOException(entry.getName());
            }
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
