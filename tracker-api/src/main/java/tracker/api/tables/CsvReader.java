package tracker.api.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one CSV file (RFC 4180, UTF-8 with or without a byte order mark). */
final class CsvReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reading reading;

    CsvReader(Reading reading) {
        this.reading = reading;
    }

    Table read(String name, byte[] content) {
        return read(name, new ByteArrayInputStream(content));
    }

    Table read(String name, InputStream content) {
        TableBuilder table = new TableBuilder(name, reading);
        int number = 0;
        try (RowBudget budget = new RowBudget(withoutMark(decoding(content)), reading.limits());
                CSVParser parser = CSVFormat.RFC4180.parse(budget)) {
            for (Iterator<CSVRecord> records = parser.iterator(); hasNext(records); ) {
                // A spreadsheet counts records, and blank ones too, where a text editor would count lines.
                number++;
                table.row(number, cells(records.next()));
                budget.nextRow();
            }
        } catch (CharacterCodingException notUtf8) {
            throw reading.fatal(
                    name,
                    "not-utf-8",
                    "文件不是 UTF-8 编码；请另存为“CSV UTF-8”或 .xlsx。",
                    "The file is not in UTF-8; save it as \"CSV UTF-8\" or as .xlsx.");
        } catch (RowBudget.ExceededException rowTooLong) {
            throw reading.fatal(name, number + 1, null, "row-too-long", "此行过长。", "This row is too long.");
        } catch (IOException malformed) {
            throw reading.fatal(
                    name,
                    number + 1,
                    null,
                    "malformed-csv",
                    "此行不是正确的 CSV：引号不配对。",
                    "This row is not well-formed CSV: its quotes do not match.");
        }
        return table.build();
    }

    private static boolean hasNext(Iterator<CSVRecord> records) throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    private static Reader withoutMark(Reader content) throws IOException {
        PushbackReader reader = new PushbackReader(content);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private static Reader decoding(InputStream content) {
        return new InputStreamReader(
                content,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Map<Integer, String> cells(CSVRecord record) {
        Map<Integer, String> cells = new TreeMap<>();
        for (int i = 0; i < record.size(); i++) {
            cells.put(i, FormulaGuard.removed(record.get(i)));
        }
        return cells;
    }
}
