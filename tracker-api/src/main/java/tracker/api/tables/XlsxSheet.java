package tracker.api.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** A sheet to write. Each row has a value for each column: a String, a BigDecimal, or null for an empty cell. */
public record XlsxSheet(String name, List<SheetColumn> columns, List<List<Object>> rows) {
    // What Excel allows of a name, without the apostrophe, which references would have to double.
    private static final Pattern NAME = Pattern.compile("[^\\[\\]:*?/\\\\'\\p{Cntrl}]{1,31}");

    public XlsxSheet {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("sheet " + name);
        }
        for (List<Object> row : rows) {
            if (row.size() != columns.size() || !row.stream().allMatch(XlsxSheet::isValue)) {
                throw new IllegalArgumentException("row " + row + " of sheet " + name);
            }
        }
    }

    private static boolean isValue(Object value) {
        return value == null || value instanceof String || value instanceof BigDecimal;
    }
}
