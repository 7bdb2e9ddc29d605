package tracker.api.tables;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an archive that somebody sends must not be. */
final class ArchiveChecks {
    private final String file;
    private final Reading reading;
    private long unpacked;

    ArchiveChecks(String file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    /** Counted by the signature of the directory's lines, for the library holds an object for each before it says how many. */
    static int countOfEntries(byte[] content) {
        int count = 0;
        for (int i = 0; i + 3 < content.length; i++) {
            if (content[i] == 'P' && content[i + 1] == 'K' && content[i + 2] == 1 && content[i + 3] == 2) {
                count++;
            }
        }
        return count;
    }

    /** What the system adds to an archive unasked. */
    static boolean isSystemFile(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    void requireSafeName(String name) {
        boolean unsafe = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(Character::isISOControl)
                || name.indexOf('\uFFFD') >= 0
                || List.of(name.split("/", -1)).contains("..");
        if (unsafe) {
            throw reading.fatal(
                    file,
                    "unsafe-name",
                    "压缩包内的文件名不被接受：" + shown(name),
                    "The archive holds a file of a name that is not accepted: " + shown(name));
        }
    }

    UnreadableTableException duplicate(String name) {
        return reading.fatal(
                file,
                "duplicate-entry",
                "压缩包内有重名文件：" + shown(name),
                "The archive holds two files of one name: " + shown(name));
    }

    UnreadableTableException encrypted(String name) {
        return reading.fatal(
                file,
                "encrypted",
                "压缩包已加密，或其压缩方法不受支持：" + shown(name),
                "The archive is encrypted, or packed by a method that is not supported: " + shown(name));
    }

    void unpacked(int count) {
        unpacked += count;
        if (unpacked > reading.limits().maxUnpackedBytes()) {
            throw reading.fatal(
                    file,
                    "unpacks-too-large",
                    "解压后超过 " + reading.limits().maxUnpackedBytes() + " 字节。",
                    "Unpacked it has more than " + reading.limits().maxUnpackedBytes() + " bytes.");
        }
    }

    void requireRatio(long unpackedBytes, long packedBytes) {
        if (unpackedBytes > packedBytes * reading.limits().maxRatio()) {
            throw reading.fatal(
                    file,
                    "suspicious-ratio",
                    "压缩比超过 " + reading.limits().maxRatio() + "，拒绝解压。",
                    "It is packed more than " + reading.limits().maxRatio() + " to one, and is not unpacked.");
        }
    }

    /** One folder around all of them is what packing a folder gives; two tables of one name would be one too many. */
    void requireSetOfCsv(List<String> names) {
        Set<String> tables = new HashSet<>();
        for (String name : names) {
            if (isSystemFile(name)) {
                continue;
            }
            if (!name.toLowerCase(Locale.ROOT).endsWith(".csv") || name.indexOf('/') != name.lastIndexOf('/')) {
                throw reading.fatal(
                        file,
                        "not-a-csv",
                        "压缩包内只能有 CSV 文件，至多一层文件夹：" + shown(name),
                        "The archive may hold CSV files only, in one folder at most: " + shown(name));
            }
            if (!tables.add(Tables.baseName(name).toLowerCase(Locale.ROOT))) {
                throw duplicate(name);
            }
        }
        if (tables.isEmpty()) {
            throw reading.fatal(file, "empty-archive", "压缩包内没有 CSV 文件。", "The archive holds no CSV file.");
        }
    }

    private static String shown(String name) {
        String visible = name.replaceAll("\\p{Cntrl}", "?");
        return visible.length() > 100 ? visible.substring(0, 100) + "…" : visible;
    }
}
