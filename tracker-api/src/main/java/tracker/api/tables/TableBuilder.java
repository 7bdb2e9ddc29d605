package tracker.api.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a table of rows of texts as they come; the first that is not blank is the header. */
final class TableBuilder {
    private final String name;
    private final Reading reading;
    private final List<Row> rows = new ArrayList<>();
    private final Set<Integer> nameless = new HashSet<>();
    private SortedMap<Integer, String> header;

    TableBuilder(String name, Reading reading) {
        this.name = name;
        this.reading = reading;
    }

    /** The column's name; its letters where it has none, or none yet. */
    String column(int index) {
        String named = header == null ? null : header.get(index);
        return named == null ? ColumnLetters.of(index) : named;
    }

    /** Takes the cells of one row, by the column's index from 0. Blank rows are passed over. */
    void row(int number, Map<Integer, String> cells) {
        SortedMap<Integer, String> texts = new TreeMap<>();
        cells.forEach((index, raw) -> {
            String text = raw == null ? "" : CellText.strip(raw);
            if (!text.isEmpty()) {
                requireAllowed(number, index, text);
                texts.put(index, text);
            }
        });
        if (texts.isEmpty()) {
            return;
        }
        if (header == null) {
            header = texts;
            requireNoNameTwice(number);
            return;
        }
        reading.countRow(name, number);
        rows.add(new Row(number, named(number, texts)));
    }

    Table build() {
        if (header == null) {
            return new Table(name, List.of(), List.of());
        }
        return new Table(name, header.values().stream().distinct().toList(), rows);
    }

    void fault(int row, int column, String code, String zh, String en) {
        reading.fault(name, row, column(column), code, zh, en);
    }

    private void requireAllowed(int row, int column, String text) {
        TableLimits limits = reading.limits();
        if (column >= limits.maxColumns()) {
            throw reading.fatal(
                    name,
                    row,
                    column(column),
                    "too-many-columns",
                    "超过 " + limits.maxColumns() + " 列。",
                    "There are more than " + limits.maxColumns() + " columns.");
        }
        if (text.length() > limits.maxCellLength()) {
            fault(
                    row,
                    column,
                    "too-long",
                    "内容超过 " + limits.maxCellLength() + " 个字符。",
                    "The text has more than " + limits.maxCellLength() + " characters.");
        }
        if (CellText.hasControls(text)) {
            fault(row, column, "control-character", "含有不可见的控制字符。", "There is an invisible control character.");
        }
    }

    private void requireNoNameTwice(int row) {
        Set<String> seen = new HashSet<>();
        header.forEach((index, column) -> {
            if (!seen.add(column)) {
                fault(row, index, "duplicate-column", "列名重复。", "There is another column of this name.");
            }
        });
    }

    private Map<String, String> named(int row, SortedMap<Integer, String> texts) {
        Map<String, String> named = new LinkedHashMap<>();
        texts.forEach((index, text) -> {
            String column = header.get(index);
            if (column != null) {
                named.put(column, text);
            } else if (nameless.add(index)) {
                fault(row, index, "no-column-name", "此列有内容但没有列名。", "This column has content, but no name.");
            }
        });
        return named;
    }
}
