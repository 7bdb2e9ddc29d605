package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tracker.api.tables.Row;
import tracker.api.tables.SheetColumn;
import tracker.api.tables.Table;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;
import tracker.api.tables.XlsxSheet;
import tracker.api.tables.XlsxWriter;

/** Sheets of reports: filled in, sent back, tried, refused whole, and large ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkIT {
    private static final String IMPORTS = TestClient.PLAN + "/imports";
    private static final String HEADER = "subject,name,period,unit,value,invested,percentComplete,status,note,reason,"
            + "evidenceName,evidenceUri,evidenceSha256\n";

    private final AtomicLong heard = new AtomicLong();
    private Tracker tracker;
    private TestClient office;
    private TestClient economy;
    private TestClient construction;

    @BeforeAll
    void start(@TempDir Path data) {
        tracker = Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {});
        office = TestClient.of(tracker.port(), data, "planning-office", heard);
        economy = TestClient.of(tracker.port(), data, "department:economy", heard);
        construction = TestClient.of(tracker.port(), data, "department:construction", heard);
    }

    @AfterAll
    void stop() {
        tracker.close();
    }

    @Test
    void theFormIsFilledInTriedSentAndSentAgain() {
        TestClient.Answer form = construction.get(TestClient.PLAN + "/reports/template.xlsx?period=2021");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.header("Content-Disposition")).contains("construction-2021.xlsx");
        Table empty = reports(form.bytes());
        assertThat(empty.rows()).extracting(row -> row.cell("subject")).contains("indicator/I20", "project/P01");
        byte[] filled = filled(empty, Map.of("indicator/I20", "39.5", "indicator/I21", "99.2"));
        long before = position();

        TestClient.Answer tried = construction.postFile(IMPORTS + "?dryRun=true", filled);
        assertThat(tried.json().path("accepted").intValue())
                .as(tried.toString())
                .isEqualTo(2);
        assertThat(position()).isEqualTo(before);

        TestClient.Answer sent = construction.postFile(IMPORTS, filled);
        assertThat(sent.status()).isEqualTo(201);
        JsonNode state = construction
                .get(TestClient.PLAN + "/indicators/I20", "Tracker-Position", sent.header("Tracker-Position"))
                .json();
        assertThat(state.path("value").decimalValue()).isEqualTo(new BigDecimal("39.5"));
        long after = position();

        TestClient.Answer again = construction.postFile(IMPORTS, filled);
        assertThat(again.json().path("accepted").intValue()).isZero();
        assertThat(again.json().path("ignored")).hasSize(2);
        assertThat(position()).isEqualTo(after);
        Table shown = reports(construction
                .get(TestClient.PLAN + "/reports/template.xlsx?period=2021")
                .bytes());
        assertThat(shown.rows())
                .filteredOn(row -> "indicator/I20".equals(row.cell("subject")))
                .extracting(row -> row.cell("value"))
                .containsExactly("39.5");
    }

    @Test
    void oneBadRowRefusesTheSheetAndEachIsNamed() {
        long before = position();
        String csv = HEADER
                + "I05,,2021,亿元,1500,,,,,,,,\n"
                + "I05,,2022,亿美元,1600,,,,,,,,\n"
                + "I99,,2021,亿元,1,,,,,,,,\n"
                + "I06,,2021-13,家,50,,,,,,,,\n"
                + "I07,,2021,家,many,,,,,,,,\n"
                + "I08,,2021,家,6,,,,,,report.pdf,,abc\n"
                + "I20,,2022,万人,40,,,,,,,,\n";

        TestClient.Answer refused = economy.postFile(IMPORTS, bytes(csv), "Accept-Language", "zh-CN");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/refused-file");
        assertThat(refused.json().path("rows"))
                .extracting(row -> row.path("row").asText() + " "
                        + row.path("column").asText() + " " + row.path("code").asText())
                .containsExactly(
                        "3 unit wrong-unit",
                        "4 subject unknown-subject",
                        "5 period unknown-period",
                        "6 value not-a-number",
                        "7 evidenceSha256 hash-required",
                        "8 subject not-yours");
        assertThat(refused.json().at("/rows/0/message").asText()).contains("计量单位");
        assertThat(position()).isEqualTo(before);

        TestClient.Answer partly = economy.postFile(IMPORTS + "?partial=true", bytes(csv));
        assertThat(partly.status()).isEqualTo(201);
        assertThat(partly.json().path("accepted").intValue()).isEqualTo(1);
        assertThat(partly.json().path("refused")).hasSize(6);
    }

    @Test
    void whatWasReportedIsCorrectedWithAReasonOnly() {
        economy.postFile(IMPORTS, bytes(HEADER + "I11,,2021,家,1500,,,,,,,,\n"));
        TestClient.Answer without = economy.postFile(IMPORTS, bytes(HEADER + "I11,,2021,家,1510,,,,,,,,\n"));
        assertThat(without.json().at("/rows/0/code").asText()).isEqualTo("period-already-reported");
        assertThat(without.json().at("/rows/0/column").asText()).isEqualTo("period");

        TestClient.Answer with = economy.postFile(IMPORTS, bytes(HEADER + "I11,,2021,家,1510,,,,,年报修订,,,\n"));
        assertThat(with.status()).as(with.toString()).isEqualTo(201);
        assertThat(economy.get(TestClient.PLAN + "/indicators/I11", "Tracker-Position", with.header("Tracker-Position"))
                        .json()
                        .path("value")
                        .intValue())
                .isEqualTo(1510);
    }

    @Test
    void hostileFilesAreRefusedAndNothingIsWritten() throws IOException {
        long before = position();
        assertThat(code(economy.postFile(IMPORTS, HostileFiles.bomb()))).isIn("suspicious-ratio", "unpacks-too-large");
        assertThat(code(economy.postFile(
                        IMPORTS, HostileFiles.formula(HEADER.strip().split(",")))))
                .isEqualTo("formula");
        assertThat(code(economy.postFile(IMPORTS, new byte[0]))).isEqualTo("empty-file");
        assertThat(code(economy.postFile(IMPORTS, new byte[] {'P', 'K', 3, 4, 9, 9})))
                .isNotBlank();
        assertThat(code(economy.postFile(IMPORTS, bytes("subject,valeu\nI05,1\n"))))
                .isEqualTo("unknown-column");
        assertThat(code(economy.postFile(IMPORTS, new byte[] {(byte) 0xC3, 0x28, '\n'})))
                .isEqualTo("not-utf-8");
        TestClient.Answer dashboards = TestClient.anonymous(tracker.port()).postFile(IMPORTS, bytes(HEADER));
        assertThat(dashboards.status()).isEqualTo(401);
        assertThat(position()).isEqualTo(before);
    }

    @Test
    void tenThousandRowsAreOneImportWhoseProgressIsAsked() {
        // A plan of its own: the other tests look at where their plan's log ends.
        TestClient.Answer registered =
                office.postFile("/api/v1/plans", PlanArchive.with("bulk", "goals", file -> file));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        String csv = tenThousandRows();

        TestClient.Answer taken = office.postFile(
                "/api/v1/plans/bulk/imports",
                bytes(csv),
                "Prefer",
                "respond-async",
                "Tracker-Position",
                registered.header("Tracker-Position"));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
        Set<String> states = new HashSet<>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    JsonNode progress = office.get(taken.header("Location")).json();
                    states.add(progress.path("state").asText("?"));
                    return progress.path("state").asText().equals("done")
                            || progress.path("status").isInt();
                });

        TestClient.Answer done = office.get(taken.header("Location"));
        assertThat(done.json().path("accepted").intValue()).as(done.toString()).isEqualTo(10_000);
        assertThat(states).contains("done").doesNotContain("?");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> office.get("/api/v1/plans/bulk", "Tracker-Position", done.header("Tracker-Position"))
                                .status()
                        == 200);
        assertThat(office.get("/api/v1/plans/bulk").json().path("position").longValue())
                // The plan's first day may have turned meanwhile.
                .isGreaterThanOrEqualTo(done.json().path("position").longValue());
        assertThat(office.get("/api/v1/plans/bulk/indicators/C-new-substations/reports/2023-05")
                        .status())
                .isEqualTo(200);
    }

    /** Sixty periods of each of 25 commitments, and 8,500 more of projects. */
    private String tenThousandRows() {
        StringBuilder csv = new StringBuilder(HEADER);
        List<String> periods = new ArrayList<>();
        for (int year = 2021; year <= 2025; year++) {
            for (int month = 1; month <= 12; month++) {
                periods.add("%d-%02d".formatted(year, month));
            }
            for (int quarter = 1; quarter <= 4; quarter++) {
                periods.add(year + "-Q" + quarter);
            }
            periods.add(year + "-H1");
            periods.add(year + "-H2");
            periods.add(String.valueOf(year));
        }
        int rows = 0;
        for (JsonNode commitment : office.get(TestClient.PLAN + "/indicators?collection=commitment")
                .json()
                .path("items")) {
            for (String period : periods.subList(0, 60)) {
                csv.append(commitment.path("id").asText() + ",," + period + ","
                        + commitment.path("unit").asText() + ",1,,,,,,,,\n");
                rows++;
            }
        }
        for (int project = 1; rows < 10_000; project++) {
            for (String period : periods) {
                if (rows++ < 10_000) {
                    csv.append("P%02d,,%s,,,1.5,10,,,,,,%n".formatted(project, period));
                }
            }
        }
        return csv.toString();
    }

    private static Table reports(byte[] workbook) {
        return Tables.read("form.xlsx", workbook, TableLimits.DEFAULT).stream()
                .filter(table -> table.name().equals("reports"))
                .findFirst()
                .orElseThrow();
    }

    /** The form with values typed into it. */
    private static byte[] filled(Table form, Map<String, String> values) {
        List<SheetColumn> columns =
                form.header().stream().map(name -> SheetColumn.text(name, 20)).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (Row row : form.rows()) {
            List<Object> cells = new ArrayList<>();
            for (String column : form.header()) {
                String typed = values.get(row.cell("subject"));
                cells.add(column.equals("value") && typed != null ? new BigDecimal(typed) : row.cell(column));
            }
            rows.add(cells);
        }
        return XlsxWriter.write(List.of(new XlsxSheet("reports", columns, rows)), List.of());
    }

    private static String code(TestClient.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        return answer.json().at("/rows/0/code").asText();
    }

    private long position() {
        return office.get(TestClient.PLAN).json().path("position").longValue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
