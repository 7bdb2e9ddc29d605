package tracker.api.tables;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a table. The number is the one a person sees in the sheet, counted from 1 with the header; the cells are by the
 * header's names, in its order, and an empty cell is absent.
 */
public record Row(int number, Map<String, String> cells) {
    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** Null where the cell is empty, or there is no such column. */
    public String cell(String column) {
        return cells.get(column);
    }
}
