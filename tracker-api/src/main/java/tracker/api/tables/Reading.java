package tracker.api.tables;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.Text;

/** One file being read: its limits, the rows it has given so far, and what was found wrong with it. */
final class Reading {
    // More than a person reads at once; a file that is wrong throughout must not fill the memory with its faults.
    private static final int MOST_FAULTS = 100;

    private final TableLimits limits;
    private final List<TableFault> faults = new ArrayList<>();
    private int rows;

    Reading(TableLimits limits) {
        this.limits = limits;
    }

    TableLimits limits() {
        return limits;
    }

    void fault(String table, int row, String column, String code, String zh, String en) {
        faults.add(new TableFault(table, row, column, code, new Text(zh, en)));
        if (faults.size() >= MOST_FAULTS) {
            requireNoFaults();
        }
    }

    /** A fault after which there is nothing more to read; to be thrown. */
    UnreadableTableException fatal(String table, int row, String column, String code, String zh, String en) {
        faults.add(new TableFault(table, row, column, code, new Text(zh, en)));
        return new UnreadableTableException(faults);
    }

    UnreadableTableException fatal(String table, String code, String zh, String en) {
        return fatal(table, 0, null, code, zh, en);
    }

    UnreadableTableException tooLarge(String table) {
        return fatal(
                table,
                "too-large",
                "文件超过 " + limits.maxBytes() + " 字节。",
                "The file has more than " + limits.maxBytes() + " bytes.");
    }

    void countRow(String table, int row) {
        if (++rows > limits.maxRows()) {
            throw fatal(
                    table,
                    row,
                    null,
                    "too-many-rows",
                    "数据超过 " + limits.maxRows() + " 行。",
                    "There are more than " + limits.maxRows() + " rows.");
        }
    }

    void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw new UnreadableTableException(faults);
        }
    }
}
