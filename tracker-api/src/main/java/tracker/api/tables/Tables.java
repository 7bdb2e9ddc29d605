package tracker.api.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads tables from a file that people send: a CSV file in UTF-8, a workbook (.xlsx) or a zip of CSV files. Which of them it
 * is, its content says and not its name. Whatever is wrong is an {@link UnreadableTableException}.
 */
public final class Tables {
    private Tables() {}

    /** The file's name names a CSV file's table; a workbook's are named by their sheets, an archive's by its files. */
    public static List<Table> read(String fileName, byte[] content, TableLimits limits) {
        String name = baseName(fileName);
        Reading reading = new Reading(limits);
        if (content.length > limits.maxBytes()) {
            throw reading.tooLarge(name);
        }
        List<Table> tables = read(name, content, reading);
        reading.requireNoFaults();
        return tables;
    }

    /** Takes no more than the limit into memory. The stream stays open. */
    public static List<Table> read(String fileName, InputStream content, TableLimits limits) throws IOException {
        int most = Math.toIntExact(Math.min(limits.maxBytes() + 1, Integer.MAX_VALUE - 8));
        return read(fileName, content.readNBytes(most), limits);
    }

    /** A file's name without its folders and its ending. */
    static String baseName(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        int ending = name.lastIndexOf('.');
        return ending > 0 ? name.substring(0, ending) : name;
    }

    private static List<Table> read(String name, byte[] content, Reading reading) {
        if (content.length == 0) {
            throw reading.fatal(name, "empty-file", "文件为空。", "The file is empty.");
        }
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            // The old format and a workbook with a password share this container.
            throw reading.fatal(
                    name,
                    "old-or-encrypted-workbook",
                    "这是旧格式（.xls）或加密的工作簿；请去掉密码并另存为 .xlsx。",
                    "This is a workbook in the old format (.xls) or with a password; save it as .xlsx without a password.");
        }
        if (!startsWith(content, 'P', 'K', 3, 4) && !startsWith(content, 'P', 'K', 5, 6)) {
            return List.of(new CsvReader(reading).read(name, content));
        }
        Archive archive = Archive.inspect(name, content, reading);
        if (archive.has("[Content_Types].xml")) {
            return new XlsxReader(name, archive, reading).read();
        }
        return archive.names().stream()
                .map(entry -> new CsvReader(reading).read(baseName(entry), archive.open(entry)))
                .toList();
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (Byte.toUnsignedInt(content[i]) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
