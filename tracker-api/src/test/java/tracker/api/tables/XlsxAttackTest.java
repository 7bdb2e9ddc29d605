package tracker.api.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are meant to do harm. Each is a few kilobytes, and refused in an instant. */
@Timeout(20)
class XlsxAttackTest {
    private static final String ROW = "<row r=\"1\">" + Workbooks.text("A1", "id") + "</row>";

    @ParameterizedTest
    @ValueSource(strings = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"})
    void anExternalEntityIsNotFetched(String part, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        byte[] content = new Workbooks()
                .sheet(ROW)
                .part(
                        part,
                        Workbooks.PROLOG + "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri()
                                + "\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
                                + "</sheetData></worksheet>")
                .bytes();

        assertThat(Refusals.of("x.xlsx", content, TableLimits.DEFAULT))
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("corrupt-workbook"))
                .satisfies(fault -> assertThat(fault.toString()).doesNotContain("secret"));
    }

    @Test
    void aDocumentTypeElsewhereIsRefusedToo() throws IOException {
        byte[] content = sheet("<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/x.dtd\">" + "<worksheet><sheetData>"
                + ROW + "</sheetData></worksheet>");

        assertThat(Refusals.codes("x.xlsx", content)).containsExactly("corrupt-workbook");
    }

    @Test
    void aBillionLaughsAreNotHeard() throws IOException {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        byte[] content = sheet("<!DOCTYPE x [" + entities + "]><worksheet><sheetData><row><c t=\"inlineStr\"><is>"
                + "<t>&l11;</t></is></c></row></sheetData></worksheet>");

        assertThat(Refusals.codes("x.xlsx", content)).containsExactly("corrupt-workbook");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2000000000</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>x</v></c></row>",
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
                "<row r=\"2000000000\"><c><v>1</v></c></row>",
                "<row r=\"0\"><c><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"new\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"A1\" s=\"x\"><v>1</v></c></row>",
                "<row r=\"1\"><c>&undeclared;</c></row>",
                "<row r=\"1\">"
            })
    void aSheetThatIsNoneIsRefused(String rows) throws IOException {
        assertThat(Refusals.codes("x.xlsx", new Workbooks().sheet(rows).bytes()))
                .containsExactly("corrupt-workbook");
    }

    @Test
    void nestingWithoutEndIsRefused() throws IOException {
        // Numbered, for else the archive's ratio would be refused before.
        StringBuilder nested = new StringBuilder("<worksheet>");
        for (int i = 0; i < 200_000; i++) {
            nested.append("<a").append(i).append('>');
        }

        assertThat(Refusals.codes("x.xlsx", sheet(nested.toString()))).containsExactly("corrupt-workbook");
    }

    @Test
    void cellsBeyondTheLimitsAreRefused() throws IOException {
        byte[] wide = new Workbooks()
                .sheet("<row r=\"1\">" + Workbooks.text("BM1", "x") + "</row>")
                .bytes();
        byte[] longText = new Workbooks()
                .sharedStrings("<si><t>" + "x".repeat(20_000) + "</t></si>")
                .sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
                .bytes();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_002; i++) {
            rows.append("<row><c><v>").append(i).append("</v></c></row>");
        }

        assertThat(Refusals.codes("x.xlsx", wide)).containsExactly("too-many-columns");
        assertThat(Refusals.codes("x.xlsx", longText)).containsExactly("too-long");
        assertThat(Refusals.codes(
                        "x.xlsx", new Workbooks().sheet(rows.toString()).bytes()))
                .containsExactly("too-many-rows");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThat(Refusals.codes("x.xls", old)).containsExactly("old-or-encrypted-workbook");
        assertThat(Refusals.codes(
                        "x.docx", Zips.of(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", ""))))
                .containsExactly("not-a-workbook");
        // The parts that the workbook names are not there.
        assertThat(Refusals.codes("x.xlsx", new Workbooks().bytes())).containsExactly("corrupt-workbook");
    }

    private static byte[] sheet(String afterProlog) throws IOException {
        return new Workbooks()
                .part("xl/worksheets/sheet1.xml", Workbooks.PROLOG + afterProlog)
                .bytes();
    }
}
