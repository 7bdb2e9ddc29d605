package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first thing that people see. */
class OverviewIT extends PageTest {
    /** In CSS pixels, of which an inch has 96. */
    private static final int A4_WIDTH = 794;

    private static final int A4_HEIGHT = 1123;

    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#all")
    void theFiveGoalsTheWarningsTheInvestmentAndTheWeek(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO)) {
            assertThat(visit.page().locator(".goal")).hasCount(5);
            assertThat(visit.page().locator(".indicator-row")).hasCount(26);
            assertThat(visit.page().locator("svg.bullet")).hasCount(26);
            assertThat(visit.heading(look.say("近一周变化", "What changed this week")))
                    .isVisible();
            assertThat(visit.page().locator(".investment tbody th")).hasCount(3);
            assertThat(visit.page().locator(".notice.simulated"))
                    .hasText(look.say(
                            "演示数据：全部内容均为虚构，不是实际情况。",
                            "Simulated data: everything here is made up and none of it is a fact."));
            assertThat(visit.page().locator(".connection")).hasText(look.say("实时", "Live"));
            visit.looksRight("overview");

            visit.page().locator(".indicator-row .name").first().click();
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile(DEMO + "/indicators/I01$"));
        }
    }

    @Test
    void aStateThatMayBeOldIsSaidAndMendedWhenTheConnectionIsBack() {
        try (Visit visit = visit(DASHBOARD, Look.PHONE, DEMO).expecting("ERR_INTERNET_DISCONNECTED|Failed to load")) {
            assertThat(visit.page().locator(".connection")).hasText("Live");
            visit.context().setOffline(true);
            assertThat(visit.page().locator(".connection")).hasText("Cut off: figures may be old");
            visit.context().setOffline(false);
            assertThat(visit.page().locator(".connection")).hasText("Live");
        }
    }

    @Test
    void aChangeIsShownWithoutAsking() {
        OwnPlan plan = OwnPlan.of(pages(), "overview-live");
        try (Visit visit = visit(DASHBOARD, Look.DESKTOP, plan.path())) {
            assertThat(visit.page().locator(".connection")).hasText("实时");
            plan.writes(OFFICE, "/indicators/I01/reports", "{\"period\":\"2022\",\"value\":3600,\"unit\":\"亿元\"}");
            assertThat(visit.page().locator(".indicator-row").first()).containsText("3,600");
            assertThat(visit.page().locator(".indicator-row .rating").first()).containsText("有风险");
        }
    }

    @Test
    void onPaperThereIsNothingToClickAndNothingIsCut() {
        try (Visit visit = visit(DASHBOARD, Look.DESKTOP, DEMO)) {
            visit.page().setViewportSize(A4_WIDTH, A4_HEIGHT);
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.page().locator("nav")).isHidden();
            assertThat(visit.page().locator(".time-machine .slide")).isHidden();
            assertThat(visit.page().locator(".notice.simulated")).isVisible();
            assertThat(visit.page().locator(".goal")).hasCount(5);
            visit.looksRight("overview-print");
            byte[] pdf = visit.page()
                    .pdf(new Page.PdfOptions().setFormat("A4").setPath(Visit.SCREENSHOTS.resolve("overview.pdf")));
            org.assertj.core.api.Assertions.assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF");
        }
    }
}
