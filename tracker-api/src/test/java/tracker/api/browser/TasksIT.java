package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The nine programmes, and one. */
class TasksIT extends PageTest {
    @ParameterizedTest
    @MethodSource("tracker.api.browser.IndicatorsIT#looks")
    void leadToTheirIndicatorsReportsAndHistory(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO + "/tasks")) {
            assertThat(visit.page().locator(".task-cards > li")).hasCount(9);
            visit.looksRight("tasks");

            visit.page().locator(".task-cards h3 a").first().click();
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile("/tasks/G1$"));
            assertThat(visit.page().locator(".indicator-row")).hasCount(1);
            assertThat(visit.page().locator(".history > li")).hasCount(11);
            visit.page().locator(".reports summary").first().click();
            assertThat(visit.page().locator(".report .quote").first()).isVisible();
            visit.looksRight("task");
        }
    }
}
