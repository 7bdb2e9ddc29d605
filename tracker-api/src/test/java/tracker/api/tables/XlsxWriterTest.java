package tracker.api.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tracker.streams.domain.Text;

class XlsxWriterTest {
    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.locked("id", 20),
            SheetColumn.number("value", 12),
            SheetColumn.text("period", 12),
            SheetColumn.choice("status", 10, List.of("A", "E, \"x\" & <y>", "M")),
            SheetColumn.locked("note", 50));
    private static final List<Text> HELP = List.of(new Text("请填写黄色单元格。", "Fill in the yellow cells."));

    private final byte[] form = XlsxWriter.write(
            List.of(new XlsxSheet(
                    "actuals",
                    COLUMNS,
                    List.of(
                            Arrays.asList("I-1", new BigDecimal("27.488"), "2025-03", "A", "=1+1"),
                            Arrays.asList("I-2", null, null, "", "_x0041_ <&> \"中\"")))),
            HELP);

    @Test
    void whatIsWrittenIsRead() {
        List<Table> tables = Tables.read("form.xlsx", form, TableLimits.DEFAULT);

        assertThat(tables).extracting(Table::name).containsExactly("actuals", "help");
        assertThat(tables.get(0).header()).containsExactly("id", "value", "period", "status", "note");
        assertThat(tables.get(0).rows())
                .containsExactly(
                        new Row(
                                2,
                                Map.of(
                                        "id", "I-1", "value", "27.488", "period", "2025-03", "status", "A", "note",
                                        "=1+1")),
                        new Row(3, Map.of("id", "I-2", "note", "_x0041_ <&> \"中\"")));
        assertThat(tables.get(1).rows())
                .containsExactly(new Row(
                        2,
                        Map.of(
                                "填写说明",
                                HELP.get(0).zh(),
                                "Instructions",
                                HELP.get(0).en())));
    }

    @Test
    void anotherReaderReadsTheSame() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(form))) {
            List<Cell> row = workbook.getFirstSheet().read().get(1).stream().toList();

            assertThat(row.get(1).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.get(1).getRawValue()).isEqualTo("27.488");
            assertThat(row.get(4).getType()).isEqualTo(CellType.STRING);
            assertThat(row.get(4).getText()).isEqualTo("=1+1");
        }
    }

    @Test
    void onlyTheInputCellsBesideTheRowsAreOpen() throws IOException {
        String sheet = Zips.unpacked(form).get("xl/worksheets/sheet1.xml");
        String styles = Zips.unpacked(form).get("xl/styles.xml");

        assertThat(sheet)
                .containsPattern("<sheetProtection [^>]*sheet=\"true\"")
                .doesNotContain("password");
        assertThat(styles).contains("locked=\"false\"");
        String locked = styleOf(sheet, "A2");
        assertThat(List.of(styleOf(sheet, "B2"), styleOf(sheet, "C2"), styleOf(sheet, "D3")))
                .doesNotContain(locked, styleOf(sheet, "E2"));
        assertThat(sheet)
                .doesNotContain("<c r=\"B4\"")
                .contains("state=\"frozen\"")
                .contains("ySplit=\"1\"");
    }

    @Test
    void theColumnsSayWhatMayBeEntered() throws IOException {
        Map<String, String> parts = Zips.unpacked(form);
        String sheet = parts.get("xl/worksheets/sheet1.xml");

        assertThat(sheet)
                .containsPattern("<dataValidation sqref=\"D2:D3\" type=\"list\"[^>]*errorStyle=\"stop\"")
                .contains("<formula1>'choices'!$A$1:$A$3</formula1>")
                .containsPattern("<dataValidation sqref=\"B2:B3\" type=\"custom\"[^>]*>"
                        + "<formula1>ISNUMBER\\(B2\\)</formula1>")
                .doesNotContain("null");
        assertThat(parts.get("xl/workbook.xml")).containsPattern("name=\"choices\"[^>]*state=\"veryHidden\"");
        assertThat(parts.get("xl/styles.xml")).contains("formatCode=\"@\"");
    }

    @Test
    void everyPartIsWellFormed() throws Exception {
        for (String part : Zips.unpacked(form).values()) {
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new InputSource(new StringReader(part)))
                            .getDocumentElement())
                    .isNotNull();
        }
    }

    @Test
    void theSameSheetsGiveTheSameBytes() throws IOException {
        byte[] first = XlsxWriter.write(List.of(new XlsxSheet("a", COLUMNS, List.of())), HELP);
        byte[] second = XlsxWriter.write(List.of(new XlsxSheet("a", COLUMNS, List.of())), HELP);

        assertThat(first).isEqualTo(second);
        assertThat(Zips.unpacked(form).get("docProps/core.xml")).doesNotContain("created");
    }

    @Test
    void digitsThatASpreadsheetWouldDropAreWrittenAsText() {
        BigDecimal precise = new BigDecimal("12345678901234567.125");
        XlsxSheet sheet = new XlsxSheet(
                "a",
                List.of(SheetColumn.locked("v", 30)),
                List.of(List.of(precise), List.of(new BigDecimal("1E+3")), List.of(new BigDecimal("1.50"))));

        assertThat(Tables.read("a.xlsx", XlsxWriter.write(List.of(sheet), List.of()), TableLimits.DEFAULT)
                        .get(0)
                        .rows())
                .extracting(row -> row.cell("v"))
                .containsExactly("12345678901234567.125", "1000", "1.50");
    }

    @Test
    void tenThousandRowsComeBack() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(Arrays.asList("I-" + i, new BigDecimal(i + ".125"), "2025", "M", null));
        }
        byte[] content = XlsxWriter.write(List.of(new XlsxSheet("actuals", COLUMNS, rows)), HELP);

        List<Row> read =
                Tables.read("a.xlsx", content, TableLimits.DEFAULT).get(0).rows();

        assertThat(read).hasSize(10_000);
        assertThat(read.get(9_999))
                .isEqualTo(
                        new Row(10_001, Map.of("id", "I-9999", "value", "9999.125", "period", "2025", "status", "M")));
    }

    @Test
    void aSheetThatCannotBeIsNotMade() {
        assertThatThrownBy(() -> new XlsxSheet("a/b", COLUMNS, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new XlsxSheet("a", COLUMNS, List.of(List.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SheetColumn.choice("a", 9, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> XlsxWriter.write(List.of(new XlsxSheet("Help", COLUMNS, List.of())), HELP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String styleOf(String sheet, String cell) {
        var found = Pattern.compile("<c r=\"" + cell + "\"(?: s=\"([0-9]+)\")?").matcher(sheet);
        assertThat(found.find()).isTrue();
        return String.valueOf(found.group(1));
    }
}
