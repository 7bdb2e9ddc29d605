package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a sum says can be opened down to what it is made of. */
class RollUpPagesIT extends PageTest {
    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#both")
    void fromDepartmentsToWhatOneLeadsAndItsWarnings(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO + "/departments")) {
            assertThat(visit.page().locator(".departments tbody tr")).hasCount(8);
            visit.looksRight("departments");
            visit.page().locator(".departments tbody a").first().click();
            visit.settled();
            assertThat(visit.page().locator(".lines tbody tr")).hasCount(41);
            visit.looksRight("department");
            visit.page().locator(".rules a").first().click();
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile("/warnings\\?rule=[\\w-]+&department=economy"));
            visit.looksRight("warnings");

            visit.go(DEMO + "/goals/innovation");
            assertThat(visit.page().locator(".lines tbody tr")).hasCount(6);
            visit.looksRight("goal");
        }
    }

    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#both")
    void theWallCyclesThroughTheGoalsAndCanBeHalted(Look look) {
        try (Visit visit = visit(DASHBOARD, look, DEMO + "/wall?seconds=3")) {
            visit.looksRight("wall");
            assertThat(visit.page().locator(".wall-rows li").first()).isVisible();
            visit.button(look.say("暂停", "Pause")).click();
            visit.looksRight("wall-goal");
            assertThat(visit.page().locator(".notice.simulated")).isVisible();
        }
    }

    @Test
    void aPageThatThereIsNotIsSaid() {
        try (Visit visit = Visit.begin(pages(), DASHBOARD, Look.PHONE).expecting("404")) {
            visit.go(DEMO + "/nowhere");
            assertThat(visit.heading("There is no such page.")).isVisible();
            visit.go("/plans/no-such-plan");
            assertThat(visit.page().locator("[role=alert]")).containsText("Unknown plan");
        }
    }

    @Test
    void aPageWhoseScriptsCannotBeHadIsSaidAndTriedAgain() {
        try (Visit visit = visit(DASHBOARD, Look.PHONE, DEMO).expecting("ERR_FAILED|Failed to")) {
            Pattern script = Pattern.compile("/departments/departments\\.js$");
            visit.page().route(script, Route::abort);
            visit.button("Menu").click();
            visit.link("Departments").click();
            assertThat(visit.heading("This page cannot be opened")).isVisible();
            visit.page().unroute(script);
            visit.button("Try again").click();
            visit.settled();
            assertThat(visit.page().locator(".departments tbody tr")).hasCount(8);
        }
    }
}
