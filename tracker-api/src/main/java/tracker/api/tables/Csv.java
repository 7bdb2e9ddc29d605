package tracker.api.tables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * Writes CSV that a spreadsheet opens as it is meant: UTF-8 with a byte order mark, without which Excel takes it for the local
 * code page, RFC 4180 with CRLF, and no text that would run as a formula.
 */
public final class Csv {
    /** Comes before the first line of a file. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    public static byte[] write(Table table) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK).append(line(table.header()));
        table.rows()
                .forEach(row ->
                        text.append(line(table.header().stream().map(row::cell).toList())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One line with its end, for exports too large to hold; a null is an empty cell. */
    public static String line(List<String> cells) {
        Object[] guarded = cells.stream()
                .map(cell -> cell == null ? "" : FormulaGuard.added(cell))
                .toArray();
        return CSVFormat.RFC4180.format(guarded) + "\r\n";
    }
}
