package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One slider for the whole app: what was known on another day, and two days beside each other. */
class TimeMachineIT extends PageTest {
    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#both")
    void everyPageShowsTheDayThatIsLookedAt(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO)) {
            visit.page().getByLabel(look.say("日期", "Date")).fill("2023-03-31");
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile("asOf=2023-03-31T23%3A59%3A59%2B08%3A00"));
            assertThat(visit.page().locator(".notice.past")).containsText(look.say("北京时间", "Beijing time"));
            Locator first = visit.page().locator(".indicator-row").first();
            assertThat(first).containsText("3,600");
            visit.looksRight("past");

            // A link of the page leads to the same day.
            visit.page().locator(".figures a").last().click();
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile("/warnings\\?.*asOf=2023-03-31"));
            visit.button(look.say("回到现在", "Back to now")).click();
            assertThat(visit.page().locator(".notice.past")).hasCount(0);
        }
    }

    @Test
    void theSliderGoesByTheKeyboardAndBackWithTheBrowser() {
        try (Visit visit = visit(DASHBOARD, Look.PHONE, DEMO)) {
            Locator slider = visit.page().getByLabel("The day to look at");
            slider.focus();
            slider.press("Home");
            assertThat(visit.page()).hasURL(Pattern.compile("asOf=2021-01-04"));
            slider.press("ArrowRight");
            assertThat(visit.page()).hasURL(Pattern.compile("asOf=2021-01-05"));
            visit.page().goBack();
            assertThat(visit.page()).hasURL(Pattern.compile("asOf=2021-01-04"));
            assertThat(slider).hasValue("0");
        }
    }

    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#both")
    void twoDaysSideBySide(Look look) {
        try (Visit visit = visit(
                AUDITOR, look, DEMO + "/compare?from=2025-06-01T00:00:00Z&to=2025-09-01T00:00:00Z&kind=indicator")) {
            assertThat(visit.page().locator("tracker-standing")).hasCount(2);
            assertThat(visit.page().locator(".changed > li").first()).isVisible();
            visit.page().locator(".changed summary").first().click();
            assertThat(visit.page().locator(".changed details[open] li").first())
                    .containsText(look.say("第", "version"));
            visit.looksRight("compare");
        }
    }
}
