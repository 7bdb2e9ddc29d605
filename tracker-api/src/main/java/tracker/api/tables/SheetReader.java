package tracker.api.tables;

import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/** Reads the cells of one sheet. */
final class SheetReader {
    // The sizes of a sheet; a cell that claims to lie outside is no cell.
    private static final int MOST_ROWS = 1 << 20;
    private static final int MOST_COLUMNS = 1 << 14;

    private final XmlPart sheet;
    private final SharedStrings strings;
    private final CellNumbers numbers;
    private final TableLimits limits;
    private final TableBuilder table;
    private int row;
    private int column;

    SheetReader(XmlPart sheet, SharedStrings strings, CellNumbers numbers, TableLimits limits, TableBuilder table) {
        this.sheet = sheet;
        this.strings = strings;
        this.numbers = numbers;
        this.limits = limits;
        this.table = table;
    }

    void read() throws XMLStreamException {
        while (sheet.next() && !sheet.ends("sheetData")) {
            if (sheet.starts("row")) {
                String number = sheet.attribute("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                if (row < 1 || row > MOST_ROWS) {
                    throw new XMLStreamException("no such row");
                }
                table.row(row, cells());
            }
        }
    }

    private Map<Integer, String> cells() throws XMLStreamException {
        Map<Integer, String> cells = new TreeMap<>();
        column = -1;
        while (sheet.next() && !sheet.ends("row")) {
            if (sheet.starts("c")) {
                String reference = sheet.attribute("r");
                column = reference == null ? column + 1 : ColumnLetters.index(reference);
                if (column < 0 || column >= MOST_COLUMNS) {
                    throw new XMLStreamException("no such column");
                }
                String text = cell(sheet.attribute("t"), sheet.attribute("s"));
                if (text != null) {
                    cells.put(column, text);
                }
            }
        }
        return cells;
    }

    private String cell(String type, String style) throws XMLStreamException {
        String value = null;
        boolean formula = false;
        while (sheet.next() && !sheet.ends("c")) {
            if (sheet.starts("f")) {
                formula = true;
                sheet.text(0, null);
            } else if (sheet.starts("v")) {
                value = sheet.text(limits.maxCellLength(), null);
            } else if (sheet.starts("is")) {
                value = sheet.text(limits.maxCellLength(), "rPh");
            }
        }
        if (formula) {
            table.fault(row, column, "formula", "不接受公式，请填写数值。", "A formula is not accepted; enter its value.");
            return null;
        }
        return value == null || value.isEmpty() ? null : text(type == null ? "n" : type, value, style);
    }

    private String text(String type, String value, String style) throws XMLStreamException {
        return switch (type) {
            case "s" -> strings.get(value);
            case "str", "inlineStr" -> CellText.decoded(value);
            case "b" -> value.equals("1") || value.equals("true") ? "TRUE" : "FALSE";
            case "d" -> value.replaceFirst("T00:00:00(\\.0+)?$", "");
            case "n" -> number(value, style);
            case "e" -> {
                table.fault(row, column, "error-cell", "单元格为错误值。", "The cell holds an error.");
                yield null;
            }
            default -> throw new XMLStreamException("no such type of cell");
        };
    }

    private String number(String value, String style) {
        String text = numbers.text(value, style).orElse(null);
        if (text == null) {
            table.fault(row, column, "not-a-number", "不是有效的数字或日期。", "It is not a valid number or day.");
        }
        return text;
    }
}
