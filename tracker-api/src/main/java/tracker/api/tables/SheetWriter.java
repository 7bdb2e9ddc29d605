package tracker.api.tables;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** Writes one sheet: the header in the first row, which stays in sight, and the rows below it. */
final class SheetWriter {
    private static final int WRAPPED_FROM = 40;
    private static final int EXACT_DIGITS = 15;
    private static final String HEADER_FILL = "FFD9E2F3";
    private static final String INPUT_FILL = "FFFFF9E5";
    private static final String REFUSED = "无效 / Invalid";

    private final Worksheet target;
    private final XlsxSheet sheet;
    private final ChoiceLists lists;

    SheetWriter(Worksheet target, XlsxSheet sheet, ChoiceLists lists) {
        this.target = target;
        this.sheet = sheet;
        this.lists = lists;
    }

    void write() {
        target.freezePane(0, 1);
        for (int column = 0; column < sheet.columns().size(); column++) {
            target.width(column, sheet.columns().get(column).width());
            target.value(0, column, CellText.encoded(sheet.columns().get(column).header()));
            target.style(0, column)
                    .bold()
                    .fillColor(HEADER_FILL)
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
        }
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<Object> values = sheet.rows().get(row);
            for (int column = 0; column < values.size(); column++) {
                put(row + 1, column, values.get(column));
            }
        }
        for (int column = 0; column < sheet.columns().size() && !sheet.rows().isEmpty(); column++) {
            Range cells = target.range(1, column, sheet.rows().size(), column);
            style(cells, sheet.columns().get(column));
            validate(cells, sheet.columns().get(column), column);
        }
    }

    private void put(int row, int column, Object value) {
        if (value instanceof BigDecimal number) {
            // A spreadsheet keeps 15 digits of a number; the others survive as a text only.
            if (number.stripTrailingZeros().precision() > EXACT_DIGITS) {
                target.value(row, column, number.toPlainString());
            } else {
                target.value(row, column, new BigDecimal(number.toPlainString()));
            }
        } else if (value instanceof String text && !text.isEmpty()) {
            target.value(row, column, CellText.encoded(text));
        }
    }

    private static void style(Range cells, SheetColumn column) {
        boolean wrapped = column.width() >= WRAPPED_FROM;
        if (!column.isInput() && !wrapped) {
            return;
        }
        StyleSetter style = cells.style();
        if (wrapped) {
            style.wrapText(true).verticalAlignment("top");
        }
        if (column.isInput()) {
            style.fillColor(INPUT_FILL).protectionOption(ProtectionOption.LOCKED, false);
        }
        if (column.entry() == SheetColumn.Entry.TEXT) {
            // Else a month such as 2025-03 that somebody enters would become a day.
            style.format("@");
        }
        style.set();
    }

    private void validate(Range cells, SheetColumn column, int index) {
        if (column.entry() == SheetColumn.Entry.CHOICE) {
            cells.validateWithList(lists.range(column.choices()))
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle(REFUSED)
                    .error("请从列表中选择。Choose from the list.");
        } else if (column.entry() == SheetColumn.Entry.NUMBER) {
            cells.validateWithFormula("ISNUMBER(" + ColumnLetters.of(index) + "2)")
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .showErrorMessage(true)
                    .errorTitle(REFUSED)
                    .error("请填写数字。Enter a number.");
        }
    }
}
