package tracker.api.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxReaderTest {
    private static final String HEADER =
            "<row r=\"1\">" + Workbooks.text("A1", "id") + Workbooks.text("B1", "值") + "</row>";

    @Test
    void readsCellsOfEveryKind() throws IOException {
        byte[] content = new Workbooks()
                .sharedStrings(
                        "<si><t>id</t></si><si><r><t xml:space=\"preserve\"> rich </t></r><r><t>text</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh></si><si><t>two_x000D_\nlines_x005F_x000D_</t></si>")
                .sheet("<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>值</t></is></c></row>"
                        + "<row r=\"4\"><c r=\"A4\" t=\"s\"><v>1</v></c><c r=\"B4\" t=\"b\"><v>1</v></c></row>"
                        + "<row r=\"5\"><c r=\"A5\" s=\"0\"/><c r=\"XFD5\"/></row>"
                        + "<row r=\"6\"><c r=\"A6\" t=\"s\"><v>2</v></c><c r=\"B6\" t=\"d\"><v>2025-12-31T00:00:00</v></c>"
                        + "</row><row r=\"7\"><c r=\"B7\" t=\"str\"><v>plain</v></c></row>")
                .bytes();

        Table table = read(content).get(0);

        assertThat(table.name()).isEqualTo("data");
        assertThat(table.header()).containsExactly("id", "值");
        assertThat(table.rows())
                .containsExactly(
                        new Row(4, Map.of("id", "rich text", "值", "TRUE")),
                        new Row(6, Map.of("id", "two\r\nlines_x000D_", "值", "2025-12-31")),
                        new Row(7, Map.of("值", "plain")));
    }

    @ParameterizedTest
    @CsvSource({
        "27.488, 27.488",
        "27.50, 27.50",
        "0.30000000000000004, 0.3",
        "27.487999999999999, 27.488",
        "123456789012345, 123456789012345",
        "1.2345E+3, 1234.5",
        "1E-7, 0.0000001",
        "-5, -5"
    })
    void numbersKeepTheirDigits(String raw, String expected) throws IOException {
        assertThat(number(raw, "General")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "46022, #14, 2025-12-31",
        "46022.0, #31, 2025-12-31",
        "46022, yyyy\\-mm\\-dd;@, 2025-12-31",
        "46022, [$-F800]dddd, 2025-12-31",
        "46022, mmm, 2025-12-31",
        "46022.5, #22, 2025-12-31T12:00:00",
        "46022.9999999, yyyy-mm-dd h:mm, 2026-01-01",
        "1, #14, 1900-01-01",
        "61, #14, 1900-03-01",
        "0.5, h:mm, 0.5",
        "12.5, [Red]0.00&quot;day&quot;, 12.5",
        "3, #20, 3",
        "0.275, #10, 27.5%",
        "0.27500000000000002, 0.0%, 27.5%"
    })
    void datesAndPercentsAreGivenAsTheyAreSeen(String raw, String format, String expected) throws IOException {
        assertThat(number(raw, format)).isEqualTo(expected);
    }

    @Test
    void countsFrom1904WhereTheWorkbookDoes() throws IOException {
        byte[] content = new Workbooks()
                .workbook("<workbookPr date1904=\"1\"/>", "")
                .styles("#14")
                .sheet(HEADER + "<row r=\"2\"><c r=\"B2\" s=\"1\"><v>44560</v></c></row>")
                .bytes();

        assertThat(read(content).get(0).rows().get(0).cell("值")).isEqualTo("2025-12-31");
    }

    @Test
    void formulasAndErrorsAreFaultsEachWithItsPlace() throws IOException {
        byte[] content = new Workbooks()
                .styles("#14")
                .sheet(HEADER
                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"a\"</f><v>a</v></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row>"
                        + "<row r=\"3\"><c r=\"B3\"><f t=\"shared\" si=\"7\"/><v>2</v></c></row>"
                        + "<row r=\"4\"><c r=\"B4\"><f t=\"dataTable\" ref=\"B4\"/><v>2</v></c><c r=\"A4\" t=\"s\"><f>A1</f>"
                        + "<v>0</v></c></row>"
                        + "<row r=\"5\"><c r=\"B5\" t=\"e\"><v>#DIV/0!</v></c><c r=\"C5\"><v>1</v></c></row>"
                        + "<row r=\"6\"><c r=\"A6\"><v>1,5</v></c><c r=\"B6\" s=\"1\"><v>60</v></c></row>"
                        + "<row r=\"7\"><c r=\"A7\"><v>1e999999999</v></c><c r=\"B7\" s=\"1\"><v>9e99</v></c></row>")
                .bytes();

        assertThat(Refusals.of("x.xlsx", content, TableLimits.DEFAULT))
                .allSatisfy(fault -> assertThat(fault.table()).isEqualTo("data"))
                .extracting(TableFault::row, TableFault::column, TableFault::code)
                .containsExactly(
                        tuple(2, "id", "formula"),
                        tuple(2, "值", "formula"),
                        tuple(3, "值", "formula"),
                        tuple(4, "值", "formula"),
                        tuple(4, "id", "formula"),
                        tuple(5, "值", "error-cell"),
                        tuple(5, "C", "no-column-name"),
                        tuple(6, "id", "not-a-number"),
                        tuple(6, "值", "not-a-number"),
                        tuple(7, "id", "not-a-number"),
                        tuple(7, "值", "not-a-number"));
    }

    @Test
    void everySheetInSightIsATable() throws IOException {
        String second = "<sheet name=\"NAME\" sheetId=\"2\" STATE r:id=\"rId4\"/>";
        String shown = second.replace("NAME", "项目").replace("STATE", "");
        String hidden = second.replace("NAME", "h").replace("STATE", "state=\"hidden\"");

        assertThat(read(new Workbooks().workbook("", shown).sheet(HEADER).bytes()))
                .extracting(Table::name, table -> table.header().size())
                .containsExactly(tuple("data", 2), tuple("项目", 0));
        assertThat(read(new Workbooks().workbook("", hidden).sheet(HEADER).bytes()))
                .hasSize(1);
    }

    @Test
    void readsWhatIsPackedInAStream() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "other", null)) {
            Worksheet sheet = workbook.newWorksheet("Sheet 1");
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "day");
            sheet.value(1, 0, "A");
            sheet.value(1, 1, LocalDate.of(2025, 12, 31));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.range(1, 0, 20_000, 3).style().bold().set();
        }

        assertThat(read(bytes.toByteArray()).get(0).rows())
                .containsExactly(new Row(2, Map.of("id", "A", "day", "2025-12-31")));
    }

    private static String number(String raw, String format) throws IOException {
        byte[] content = new Workbooks()
                .styles(format)
                .sheet(HEADER + "<row r=\"2\"><c r=\"B2\" s=\"1\"><v>" + raw + "</v></c></row>")
                .bytes();
        return read(content).get(0).rows().get(0).cell("值");
    }

    private static List<Table> read(byte[] content) {
        return Tables.read("form.xlsx", content, TableLimits.DEFAULT);
    }
}
