package tracker.api.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Gives out only so many characters for one row. The parser holds a whole row in memory before it can be asked how long it is:
 * ten million commas would be ten million texts.
 */
final class RowBudget extends FilterReader {
    // The parser reads ahead into its own buffer.
    private static final long AHEAD = 1 << 16;
    // The separator and the quotes.
    private static final int AROUND_A_CELL = 3;

    private final long perRow;
    private long left;

    /** A row is longer than the limits allow. */
    static final class ExceededException extends IOException {}

    RowBudget(Reader in, TableLimits limits) {
        super(in);
        this.perRow = (long) limits.maxColumns() * (limits.maxCellLength() + AROUND_A_CELL) + AHEAD;
        this.left = perRow;
    }

    /** To be called as each row was taken. */
    void nextRow() {
        left = perRow;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        spend(1);
        return c;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int count = super.read(buffer, from, length);
        spend(Math.max(0, count));
        return count;
    }

    private void spend(int count) throws ExceededException {
        left -= count;
        if (left < 0) {
            throw new ExceededException();
        }
    }
}
