package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All indicators, and one. */
class IndicatorsIT extends PageTest {
    /** Tax revenue, of which 147.1 was reported for 2022-Q2, taken back on 2022-07-11 and reported anew as 147.2. */
    private static final String TAX = DEMO + "/indicators/I04";

    @ParameterizedTest
    @MethodSource("looks")
    void areFilteredAndSortedAtOnceAndByTheAddress(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO + "/indicators")) {
            Locator rows = visit.page().locator(".indicator-row");
            assertThat(rows).hasCount(60);
            assertThat(visit.page().locator(".indicators section")).hasCount(7);
            visit.looksRight("indicators");

            choose(visit, "rating", "at-risk");
            choose(visit, "department", "economy");
            assertThat(visit.page()).hasURL(Pattern.compile("rating=at-risk&department=economy"));
            int found = rows.count();
            assertThat(found).isBetween(1, 20);
            assertThat(rows.locator(".rating.at-risk")).hasCount(found);
            assertThat(visit.page().locator(".count"))
                    .hasText(look.say("显示 " + found + " 项，共 60 项", found + " of 60 shown"));
            visit.page().reload();
            visit.settled();
            assertThat(rows).hasCount(found);

            visit.button(look.say("清除筛选", "Clear filters")).click();
            visit.page().locator("input[type=search]").pressSequentially("i0");
            assertThat(rows).hasCount(9);
            assertThat(visit.page().locator("input[type=search]")).isFocused();
            choose(visit, "sort", "completion");
            assertThat(rows).hasCount(9);
            assertThat(visit.page().locator(".indicators section")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#all")
    void oneShowsItsCourseWithWhatWasTakenBack(Look look) {
        try (Visit visit = visit(OFFICE, look, TAX)) {
            assertThat(visit.page()).hasTitle(Pattern.compile(look.say("税收收入|税", "Tax revenue")));
            assertThat(visit.page().locator(".chart canvas")).isVisible();
            assertThat(visit.page().locator(".chart .canvas")).hasAttribute("role", "img");
            assertThat(visit.page().locator(".history > li")).hasCount(15);
            visit.page().locator(".chart summary").click();
            Locator quarter = visit.page()
                    .locator(".chart table tr", new Page.LocatorOptions().setHasText(look.say("2022年第2季度", "2022 Q2")));
            assertThat(quarter).containsText("147.2");
            assertThat(quarter).containsText(look.say("147.1（已撤回）", "147.1 (retracted)"));

            visit.page().locator(".reports summary").first().click();
            assertThat(visit.page().locator(".report").first()).isVisible();
            visit.settled().looksRight("indicator");

            visit.button(look.say("更早的版本（还有 35 个）", "Earlier versions (35 more)"))
                    .click();
            assertThat(visit.page().locator(".history > li")).hasCount(50);
        }
    }

    @Test
    void aPastDayKnowsNothingOfWhatCameLater() {
        try (Visit visit = visit(OFFICE, Look.DESKTOP, TAX + "?asOf=2022-07-10T23:59:59%2B08:00")) {
            assertThat(visit.page().locator(".headline .big")).hasText("147.1 亿元");
            visit.page().locator(".chart summary").click();
            assertThat(visit.page().locator(".chart table")).not().containsText("已撤回");
            assertThat(visit.page().locator(".chart table")).not().containsText("2022年第3季度");
        }
    }

    @Test
    void specialMeasuresAreSaidAsTheyAre() {
        try (Visit visit = visit(DASHBOARD, Look.PHONE, DEMO + "/indicators/C-corner-gardens")) {
            assertThat(visit.page().locator(".headline")).containsText("6 facilities to 8 facilities every year");
            visit.go(DEMO + "/indicators/I14");
            assertThat(visit.page().locator(".headline")).containsText("at least 19%, in every period");
            assertThat(visit.page().locator(".headline")).not().containsText("Completion");
            visit.go(REAL + "/indicators/I22");
            assertThat(visit.page().locator(".headline")).containsText("not set yet");
        }
    }

    @Test
    void theChartIsTakenAwayAsAPictureAndAsData() throws IOException {
        try (Visit visit = visit(DASHBOARD, Look.DESKTOP, TAX)) {
            assertThat(visit.page().locator(".chart canvas")).isVisible();
            Download picture = visit.page()
                    .waitForDownload(
                            () -> visit.page().locator(".chart button").first().click());
            assertThat(picture.suggestedFilename()).isEqualTo("demo-changsha-hitech-14fyp-I04.png");
            assertThat(Files.readAllBytes(picture.path()))
                    .startsWith(0x89, 'P', 'N', 'G')
                    .hasSizeGreaterThan(10_000);

            Download data = visit.page()
                    .waitForDownload(
                            () -> visit.page().locator(".chart button").nth(1).click());
            assertThat(data.suggestedFilename()).isEqualTo("demo-changsha-hitech-14fyp-I04.csv");
            assertThat(Files.readString(data.path(), StandardCharsets.UTF_8))
                    .startsWith("\ufeff报告期,")
                    .contains("\r\n2022-Q2,147.2,")
                    .doesNotContain("–");
        }
    }

    @Test
    void aFileRunsNoFormula() {
        try (Visit visit = visit(DASHBOARD, Look.DESKTOP, DEMO + "/indicators")) {
            Object file = visit.page()
                    .evaluate(
                            "async () => (await import(document.querySelector('script[src$=\"/app.js\"]').src"
                                    + ".replace('app.js', 'format/csv.js'))).csv([['=1+1', '-5', '＝A1', 'a,\"b\"', '@x', null]])");
            assertThat(file).isEqualTo("\ufeff'=1+1,-5,'＝A1,\"a,\"\"b\"\"\",'@x,\r\n");
        }
    }

    @Test
    void onlyWhoMayReadEventsIsLedToThem() {
        try (Visit auditor = visit(AUDITOR, Look.DESKTOP, TAX);
                Visit dashboard = visit(DASHBOARD, Look.DESKTOP, TAX)) {
            assertThat(auditor.page().locator(".history a[href*='/log/']")).hasCount(15);
            assertThat(dashboard.page().locator(".history > li")).hasCount(15);
            assertThat(dashboard.page().locator(".history a[href*='/log/']")).hasCount(0);
        }
    }

    @Test
    void whatPeopleWriteIsTextAndNothingElse() {
        String note = "<img src=x onerror=alert(1)> \"quoted\" & <b>bold</b> " + "长".repeat(400);
        try (Visit visit = visit(OFFICE, Look.PHONE, REAL + "/indicators/I06")) {
            int status = visit.context()
                    .request()
                    .post(
                            "/api/v1" + REAL + "/indicators/I06/reports",
                            RequestOptions.create()
                                    .setHeader("Authorization", "Bearer " + pages().token(OFFICE))
                                    .setHeader("Idempotency-Key", "what-people-write")
                                    .setData(Map.of("period", "2022", "value", 60, "unit", "家", "note", note)))
                    .status();
            assertThat(status).isEqualTo(201);
            visit.page().reload();
            visit.settled();
            visit.page().locator(".reports summary").first().click();
            assertThat(visit.page().locator(".report .quote")).hasText(note);
            assertThat(visit.page().locator(".report .quote *")).hasCount(0);
            visit.looksRight("indicator-with-markup");
        }
    }

    /** Both languages and both sizes. */
    static Stream<Look> looks() {
        return Stream.of(Look.DESKTOP, Look.PHONE);
    }

    private static void choose(Visit visit, String name, String value) {
        visit.page().locator(".filters select[name=" + name + "]").selectOption(value);
    }
}
