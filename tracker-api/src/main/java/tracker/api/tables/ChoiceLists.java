package tracker.api.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Worksheet;

/**
 * The drop-down lists of a workbook, each in a column of a hidden sheet: a list within the rule itself may have 255 characters
 * and no comma in a choice.
 */
final class ChoiceLists {
    private final Worksheet sheet;
    private final Map<List<String>, Range> ranges = new HashMap<>();

    ChoiceLists(Worksheet sheet) {
        this.sheet = sheet;
    }

    Range range(List<String> choices) {
        return ranges.computeIfAbsent(choices, list -> {
            int column = ranges.size();
            for (int row = 0; row < list.size(); row++) {
                sheet.value(row, column, CellText.encoded(list.get(row)));
            }
            return sheet.range(0, column, list.size() - 1, column);
        });
    }
}
