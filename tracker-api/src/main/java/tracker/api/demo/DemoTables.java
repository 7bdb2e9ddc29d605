package tracker.api.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tracker.api.tables.Row;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;

/** The demonstration's tables, which lie on the class path. */
final class DemoTables {
    private DemoTables() {}

    static List<Row> rows(String table) {
        String file = "/demo/" + table + ".csv";
        try (InputStream in = DemoTables.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " on the class path");
            }
            return Tables.read(file, in, TableLimits.DEFAULT).get(0).rows();
        } catch (IOException cause) {
            throw new UncheckedIOException(file, cause);
        }
    }

    /** What semicolons separate; none where the cell is empty. */
    static List<String> list(Row row, String column) {
        String text = row.cell(column);
        return text == null ? List.of() : List.of(text.split(";", -1));
    }

    /** {@code absent} where the cell is empty. */
    static int integer(Row row, String column, int absent) {
        String text = row.cell(column);
        return text == null ? absent : Integer.parseInt(text);
    }
}
