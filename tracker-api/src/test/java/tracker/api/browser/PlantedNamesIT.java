package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names with quotes, brackets and markup, and very long ones, are shown as they are on every page, and none of them runs. */
class PlantedNamesIT extends PageTest {
    private static final List<String> PAGES = List.of(
            "",
            "/indicators",
            "/indicators/I02",
            "/projects",
            "/projects/P01",
            "/projects/P02",
            "/timeline",
            "/map",
            "/tasks",
            "/tasks/G1",
            "/goals",
            "/goals/comprehensive-strength",
            "/departments",
            "/departments/economy",
            "/warnings",
            "/compare",
            "/work",
            "/office",
            "/public",
            "/wall");

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageShowsThemAndRunsNone(Look look) {
        OwnPlan plan = OwnPlan.planted(pages(), "planted-" + look);
        plan.writes(
                OFFICE,
                "/indicators/I02/reports",
                "{\"period\":\"2022\",\"value\":1500,\"unit\":\"亿元\",\"note\":\"<script>document.title='run'</script>\"}");
        try (Visit visit = Visit.begin(pages(), OFFICE, look)) {
            for (String path : PAGES) {
                visit.go(plan.path() + path);
                assertThat(visit.page().locator("main h1").first()).isVisible();
                assertThat(visit.page().title()).as(path).isNotEqualTo("run");
                assertThat(visit.page().locator("main img[src=x], main script")).hasCount(0);
                assertThat((Integer) visit.page().evaluate("document.documentElement.scrollWidth - innerWidth"))
                        .as(path + " scrolls sideways")
                        .isLessThanOrEqualTo(0);
            }
            visit.go(plan.path() + "/indicators/I02");
            assertThat(visit.page().locator("main h1")).hasText(OwnPlan.PLANTED);
            visit.looksRight("planted");
            visit.go(plan.path() + "/indicators?q=I03");
            assertThat(visit.page().locator("main")).containsText(OwnPlan.LONG);
            visit.looksRight("planted-long");
        }
    }

    static List<Look> looks() {
        return List.of(Look.DESKTOP, Look.PHONE);
    }
}
