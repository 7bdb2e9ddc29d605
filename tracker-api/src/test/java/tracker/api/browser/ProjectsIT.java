package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The 91 projects, their milestones on a time axis, their investment on a map, and one of them. */
class ProjectsIT extends PageTest {
    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#both")
    void areOneTableThatIsFilteredAndSorted(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO + "/projects")) {
            Locator rows = visit.page().locator(".project-table tbody tr");
            assertThat(rows).hasCount(91);
            assertThat(visit.page().locator(".count")).containsText("1,090.043");

            select(visit, "category", "science");
            assertThat(rows).hasCount(22);
            visit.looksRight("projects");
            visit.page().locator("input[type=search]").fill("p83");
            assertThat(rows).hasCount(1);
            assertThat(visit.page()).hasURL(Pattern.compile("category=science&q=p83"));
            visit.page().locator("input[type=search]").fill("");

            select(visit, "sort", "-investment");
            assertThat(rows.first()).containsText("P83");
            visit.page().reload();
            visit.settled();
            assertThat(rows).hasCount(22);
            assertThat(rows.first()).containsText("P83");
        }
    }

    @Test
    void aHeadingSorts() {
        try (Visit visit = visit(DASHBOARD, Look.DESKTOP, DEMO + "/projects")) {
            Locator investment = visit.page().locator("th", new Page.LocatorOptions().setHasText("总投资"));
            assertThat(investment).hasAttribute("aria-sort", "none");
            investment.locator("button").click();
            assertThat(investment).hasAttribute("aria-sort", "ascending");
            assertThat(investment.locator("button")).isFocused();
            investment.locator("button").click();
            assertThat(investment).hasAttribute("aria-sort", "descending");
            assertThat(visit.page()).hasURL(Pattern.compile("sort=-investment"));
            assertThat(visit.page().locator(".project-table td.investment").allInnerTexts().stream()
                            .limit(3)
                            .map(text -> Double.parseDouble(text.replace(",", "")))
                            .toList())
                    .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        }
    }

    @ParameterizedTest
    @MethodSource("tracker.api.browser.IndicatorsIT#looks")
    void oneShowsInvestmentMilestonesAndHowItCameToThat(Look look) {
        try (Visit visit = visit(AUDITOR, look, DEMO + "/projects/P01")) {
            assertThat(visit.page().locator(".chart canvas")).isVisible();
            assertThat(visit.page().locator(".milestones li")).hasCount(3);
            assertThat(visit.page().locator(".milestones .schedule.reached-late"))
                    .hasCount(1);
            assertThat(visit.page().locator(".status-history li").first()).containsText(look.say("已完成", "completed"));
            assertThat(visit.page().locator("section[aria-labelledby=years] tbody tr"))
                    .hasCount(5);
            visit.looksRight("project");
        }
    }

    @ParameterizedTest
    @MethodSource("tracker.api.browser.IndicatorsIT#looks")
    void milestonesLieOnATimeAxisAndInAList(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO + "/timeline?state=missed")) {
            Locator marks = visit.page().locator(".milestone-mark");
            marks.first().waitFor();
            int missed = marks.count();
            assertThat(missed).isPositive();
            assertThat(visit.page().locator(".milestone-mark.missed")).hasCount(missed);
            assertThat(visit.page().locator("section tbody tr")).hasCount(missed);
            assertThat(visit.page().locator(".now-name")).hasText(look.say("今天 2025年12月31日", "Today, 31 Dec 2025"));
            visit.looksRight("timeline");
        }
    }

    @Test
    void arrowKeysGoFromMilestoneToMilestone() {
        try (Visit visit = visit(DASHBOARD, Look.DESKTOP, DEMO + "/timeline")) {
            Locator marks = visit.page().locator(".milestone-mark");
            assertThat(visit.page().locator(".milestone-mark[tabindex='0']")).hasCount(1);
            marks.first().focus();
            visit.page().keyboard().press("ArrowRight");
            assertThat(marks.nth(1)).isFocused();
            assertThat(visit.page().locator(".told")).containsText("主体工程完工");
            visit.page().keyboard().press("ArrowDown");
            assertThat(visit.page().locator(".axis-row").nth(1).locator(".milestone-mark:focus"))
                    .hasCount(1);
            visit.page().keyboard().press("Enter");
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile("/projects/P02$"));
        }
    }

    @ParameterizedTest
    @MethodSource("tracker.api.browser.IndicatorsIT#looks")
    void theMapLeadsToAProject(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO + "/map")) {
            assertThat(visit.page().locator(".chart canvas")).isVisible();
            assertThat(visit.page().locator(".sums tbody tr")).hasCount(3);
            assertThat(visit.page().locator(".sums tfoot")).containsText("1,090.043");
            visit.looksRight("map");
            visit.page().locator(".chart canvas").click(new Locator.ClickOptions().setPosition(40, 60));
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile("/projects/P\\d+$"));
        }
    }

    private static void select(Visit visit, String name, String value) {
        visit.page().locator(".filters select[name=" + name + "]").selectOption(value);
    }
}
