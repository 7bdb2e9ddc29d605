package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first thing that people see. */
class OverviewIT extends PageTest {
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
}
