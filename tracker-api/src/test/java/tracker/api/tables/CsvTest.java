package tracker.api.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final TableLimits SMALL = new TableLimits(1_000_000, 1_000_000, 100, 3, 2, 5, 10);

    @Test
    void readsWhatStandsThereAndKeepsTheFilesNumbers() {
        Table table = read("id, 名称 ,value\r\n\r\nA,\" 一行\n两行 \",27.488\r\n,,\r\nB,,-5.20\r\n");

        assertThat(table.name()).isEqualTo("actuals");
        assertThat(table.header()).containsExactly("id", "名称", "value");
        assertThat(table.rows())
                .containsExactly(
                        new Row(3, Map.of("id", "A", "名称", "一行\n两行", "value", "27.488")),
                        new Row(5, Map.of("id", "B", "value", "-5.20")));
        assertThat(table.rows().get(1).cell("名称")).isNull();
    }

    @Test
    void passesOverAByteOrderMarkEvenBeforeAQuote() {
        assertThat(read("\uFEFF\"id\",v\nA,1\n").header()).containsExactly("id", "v");
        assertThat(read("\uFEFFid,v\rA,1").rows()).hasSize(1);
    }

    @Test
    void stripsBlanksThatPastedTextBrings() {
        assertThat(read("id\n\u00A0\u3000A\u200B \n").rows().get(0).cell("id")).isEqualTo("A");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] gbk = "编号,名称\nA,指标\n".getBytes(Charset.forName("GBK"));

        assertThat(Refusals.codes("a.csv", gbk)).containsExactly("not-utf-8");
        assertThat(Refusals.codes("a.csv", "id\nA\n".getBytes(Charset.forName("UTF-16"))))
                .containsExactly("not-utf-8");
    }

    @Test
    void refusesQuotesThatDoNotMatchAndSaysWhere() {
        assertThat(Refusals.of("a.csv", "id,v\nA,1\nB,\"2\"x\n".getBytes(UTF_8), TableLimits.DEFAULT))
                .extracting(TableFault::code, TableFault::row)
                .containsExactly(tuple("malformed-csv", 3));
        assertThat(Refusals.codes("a.csv", "id,v\nA,\"1\n".getBytes(UTF_8))).containsExactly("malformed-csv");
        assertThat(Refusals.codes("a.csv", new byte[0])).containsExactly("empty-file");
        assertThat(Refusals.codes("a.csv", "id\nA\0\n".getBytes(UTF_8))).containsExactly("control-character");
    }

    @Test
    void collectsTheFaultsOfHeaderAndCells() {
        byte[] content = "id,v,,id\nA,1,x,\nB,123456,y,\n".getBytes(UTF_8);

        assertThat(Refusals.of("a.csv", content, new TableLimits(100, 100, 100, 3, 9, 5, 10)))
                .extracting(TableFault::row, TableFault::column, TableFault::code)
                .containsExactly(
                        tuple(1, "id", "duplicate-column"), tuple(2, "C", "no-column-name"), tuple(3, "v", "too-long"));
    }

    @Test
    void keepsToItsLimits() {
        assertThat(refused("id\n1\n2\n3\n4\n")).isEqualTo("too-many-rows");
        assertThat(refused("a,b,c\n")).isEqualTo("too-many-columns");
        assertThat(refused("a,b\n" + ",".repeat(100_000))).isEqualTo("row-too-long");
        assertThat(refused("a".repeat(1_000_001))).isEqualTo("too-large");
        assertThat(Tables.read("a.csv", "a,b,,,\n1,2,,,\n,,\n,,\n,,\n".getBytes(UTF_8), SMALL)
                        .get(0)
                        .rows())
                .hasSize(1);
    }

    @Test
    void givesUpAfterAHundredFaults() {
        String rows = "toolong\n".repeat(500);

        assertThat(Refusals.of("a.csv", ("id\n" + rows).getBytes(UTF_8), new TableLimits(9999, 99, 9, 999, 9, 5, 9)))
                .hasSize(100);
    }

    @Test
    void readsAStreamNoFurtherThanTheLimit() throws IOException {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[5_000_000]);

        assertThat(catchThrowable(() -> Tables.read("a.csv", endless, SMALL)))
                .isInstanceOf(UnreadableTableException.class);
        assertThat(endless.available()).isEqualTo(3_999_999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+A1",
                "-A1",
                "@SUM(A1)",
                "=cmd|'/C calc'!A0",
                "＝1+1",
                "'=1",
                "''@x",
                "-",
                "-5.2.1",
                "+1e5"
            })
    void aTextThatWouldRunIsWrittenWithAnApostropheAndReadWithout(String text) {
        byte[] written = Csv.write(table(List.of("v"), List.of(text)));

        assertThat(new String(written, UTF_8)).contains("'" + text.substring(0, 1));
        assertThat(read(written).rows().get(0).cell("v")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5.2", "5", "+3", "'quoted'", "it's", "a=b", "2025-01"})
    void aHarmlessTextIsWrittenAsItIs(String text) {
        assertThat(new String(Csv.write(table(List.of("v"), List.of(text))), UTF_8))
                .isEqualTo("\uFEFFv\r\n" + text + "\r\n");
    }

    @Test
    void guardsTabsAndLineBreaksToo() {
        assertThat(Csv.line(List.of("\t=1", "\r=1", "\n=1"))).isEqualTo("'\t=1,\"'\r=1\",\"'\n=1\"\r\n");
    }

    @Test
    void comesBackAsItWasWritten() {
        Table table = table(List.of("id", "名称,\"x\"", "v"), List.of("A", "a \"b\", c\nd", "-27.488"));

        assertThat(read(Csv.write(table))).isEqualTo(table);
    }

    @Test
    void tenThousandRowsComeBack() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(new Row(i + 2, Map.of("id", "indicator-" + i, "v", i + ".125")));
        }
        Table table = new Table("actuals", List.of("id", "v"), rows);

        assertThat(read(Csv.write(table))).isEqualTo(table);
    }

    private static Table table(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return new Table("actuals", header, List.of(new Row(2, row)));
    }

    private static String refused(String content) {
        return Refusals.of("a.csv", content.getBytes(UTF_8), SMALL).get(0).code();
    }

    private static Table read(String content) {
        return read(content.getBytes(UTF_8));
    }

    private static Table read(byte[] content) {
        return Tables.read("folder/actuals.csv", content, TableLimits.DEFAULT).get(0);
    }
}
