package tracker.api.tables;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of CSV files, and those that are meant to do harm. */
class TablesArchiveTest {
    @Test
    void eachFileIsATable() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("plan/", "");
        entries.put("plan/indicators.csv", "\uFEFFid\nA\n");
        entries.put("plan/Tasks.CSV", "id\nT\n");
        entries.put("__MACOSX/plan/._indicators.csv", "\0");
        entries.put("plan/.DS_Store", "\0");

        assertThat(Tables.read("plan.zip", Zips.of(entries), TableLimits.DEFAULT))
                .extracting(Table::name)
                .containsExactly("indicators", "Tasks");
    }

    @Test
    void aFaultNamesItsTable() throws IOException {
        byte[] content = Zips.of(Map.of("a.csv", "id,id\n"));

        assertThat(Refusals.of("plan.zip", content, TableLimits.DEFAULT))
                .extracting(TableFault::table)
                .containsExactly("a");
    }

    @Test
    void aBombIsRefusedLongBeforeItIsUnpacked() throws IOException {
        byte[] bomb = Zips.ofZeros("a.csv", 1L << 30);
        assertThat(bomb.length).isLessThan(2_000_000);

        long before = allocated();
        assertThat(Refusals.codes("bomb.zip", bomb)).containsExactly("suspicious-ratio");
        assertThat(allocated() - before).isLessThan(4_000_000);
    }

    @Test
    void aBombInTheShapeOfAWorkbookIsRefusedToo() throws IOException {
        byte[] bomb = Zips.ofZeros("[Content_Types].xml", 1L << 28);

        assertThat(Refusals.codes("bomb.xlsx", bomb)).containsExactly("suspicious-ratio");
    }

    @Test
    void unpackedBytesAreCountedAndNotBelieved() throws IOException {
        TableLimits limits = new TableLimits(1_000_000, 100_000, 10_000, 9, 9, 9, 9);
        byte[] bomb = Zips.ofZeros("a.csv", 1 << 20);
        // The directory's own word for the size, which comes after the name's length by a fixed distance.
        int line = new String(bomb, ISO_8859_1).indexOf("PK\1\2");
        Arrays.fill(bomb, line + 24, line + 28, (byte) 0);

        assertThat(Refusals.of("a.zip", bomb, limits))
                .extracting(TableFault::code)
                .containsExactly("unpacks-too-large");
        assertThat(Refusals.codes("a.zip", bomb)).containsExactly("corrupt-archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/a.csv", "../a.csv", "x/../../a.csv", "C:/a.csv", "..\\a.csv", "a\nb.csv"})
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        assertThat(Refusals.codes("a.zip", Zips.of(Map.of(name, "id\n")))).containsExactly("unsafe-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"readme.txt", "inner.zip", "x/y/a.csv", "word/document.xml"})
    void onlyCsvFilesInOneFolderAreTaken(String name) throws IOException {
        assertThat(Refusals.codes("a.zip", Zips.of(Map.of(name, "id\n")))).containsExactly("not-a-csv");
    }

    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        byte[] folders = Zips.of(Map.of("x/a.csv", "id\n", "y/A.csv", "id\n"));
        byte[] same = Zips.renamed(Zips.of(Map.of("a.csv", "id\n", "b.csv", "id\n")), "b.csv", "a.csv");

        assertThat(Refusals.codes("a.zip", folders)).containsExactly("duplicate-entry");
        assertThat(Refusals.codes("a.zip", same)).containsExactly("duplicate-entry");
    }

    @Test
    void anEncryptedEntryIsRefused() throws IOException {
        byte[] content = Zips.of(Map.of("a.csv", "id\n"));
        content[6] |= 1;
        content[new String(content, ISO_8859_1).indexOf("PK\1\2") + 8] |= 1;

        assertThat(Refusals.codes("a.zip", content)).containsExactly("encrypted");
    }

    @Test
    void damageIsFound() throws IOException {
        byte[] whole = Zips.of(Map.of("a.csv", "id\n" + "A,B,C\n".repeat(100)));
        byte[] changed = whole.clone();
        changed[45] ^= 0x55;

        assertThat(Refusals.codes("a.zip", Arrays.copyOf(whole, whole.length - 30)))
                .containsExactly("corrupt-archive");
        assertThat(Refusals.codes("a.zip", changed)).containsExactly("corrupt-archive");
        assertThat(Refusals.codes("a.zip", Zips.of(Map.of()))).containsExactly("empty-archive");
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < 201; i++) {
            entries.put(i + ".csv", "id\n");
        }

        assertThat(Refusals.codes("a.zip", Zips.of(entries))).containsExactly("too-many-entries");
    }

    @Test
    void theRowsOfAllTablesCountTogether() throws IOException {
        byte[] content = Zips.of(Map.of("a.csv", "id\n1\n2\n", "b.csv", "id\n1\n2\n"));
        TableLimits limits = new TableLimits(9999, 9999, 9, 3, 9, 9, 9);

        assertThat(Refusals.of("a.zip", content, limits))
                .extracting(TableFault::code)
                .containsExactly("too-many-rows");
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
