package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an auditor does: look for an event, see it whole, and not take the server's word for it. */
class AuditPagesIT extends PageTest {
    private static final Pattern PROOFS = Pattern.compile("/audit/proofs/");

    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#both")
    void anEventIsFoundSeenWholeAndCheckedInTheBrowser(Look look) {
        try (Visit visit = visit(AUDITOR, look, DEMO + "/log")) {
            visit.looksRight("log");
            visit.page()
                    .getByLabel(look.say("事件类型", "Type of event"))
                    .selectOption(look.say("填报更正", "Report corrected"));
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile("type=ReportCorrected"));
            visit.page().locator(".log tbody a").first().click();
            visit.settled();
            assertThat(visit.heading(look.say("内容", "What it says"))).isVisible();
            Locator steps = visit.page().locator(".steps li");
            assertThat(steps).hasCount(5);
            assertThat(visit.page().locator(".steps .bad")).hasCount(0);
            assertThat(visit.page().locator(".proof .verdict.good")).isVisible();
            visit.looksRight("event");

            visit.go(DEMO + "/verify");
            visit.button(look.say("在本浏览器中核验", "Check in this browser")).click();
            assertThat(visit.page().locator("main p.verdict.good")).isVisible();
            visit.looksRight("verify");
            visit.button(look.say("由服务器重读全部日志", "Let the server read the whole log again"))
                    .click();
            assertThat(visit.page().locator("section[role=status] .verdict.good"))
                    .containsText(Pattern.compile("[1-9]\\d*"));
        }
    }

    @Test
    void whatTheServerFindsIsNamed() {
        try (Visit visit = Visit.begin(pages(), AUDITOR, Look.PHONE)) {
            visit.page()
                    .route(
                            Pattern.compile("/audit/verify$"),
                            route -> route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(
                                                    "{\"verified\":false,\"treesVerified\":false,\"events\":0,\"plans\":0,\"subjects\":0,"
                                                            + "\"findings\":2,\"first\":\"event 7\",\"problems\":[\"<b>event 7</b> is not what was signed\"]}")));
            visit.go(DEMO + "/verify");
            visit.button("Let the server read the whole log again").click();
            assertThat(visit.page().locator("section[role=status] .verdict.bad"))
                    .containsText("2 findings");
            assertThat(visit.page().locator("section[role=status] li"))
                    .hasText("<b>event 7</b> is not what was signed");
        }
    }

    @Test
    void aByteThatSomebodyChangedOnTheWayIsSeen() {
        try (Visit visit = Visit.begin(pages(), AUDITOR, Look.PHONE)) {
            visit.page().route(PROOFS, route -> forge(route));
            visit.go(DEMO + "/log");
            visit.page().locator(".log tbody a").first().click();
            visit.settled();
            assertThat(visit.page().locator(".proof .verdict.bad")).isVisible();
            assertThat(visit.page().locator(".steps .bad").first()).containsText("does not hold");
        }
    }

    @Test
    void aLogThatDoesNotExtendWhatTheBrowserKeptIsSeen() {
        try (Visit visit = visit(AUDITOR, Look.PHONE, DEMO + "/verify")) {
            visit.button("Check in this browser").click();
            assertThat(visit.page().locator("main p.verdict.good")).isVisible();
            visit.page()
                    .evaluate(
                            "() => { const key = Object.keys(localStorage).find((one) => one.startsWith('checkpoint '));"
                                    + " const kept = JSON.parse(localStorage.getItem(key)); const lines = kept.note.split('\\n');"
                                    + " lines[2] = btoa('another root, as long as these..'); kept.note = lines.join('\\n');"
                                    + " localStorage.setItem(key, JSON.stringify(kept)); }");
            visit.button("Check in this browser").click();
            assertThat(visit.page().locator("main p.verdict.bad")).isVisible();
        }
    }

    /** The last byte of the event becomes another one. */
    private static void forge(Route route) {
        String body = route.fetch().text();
        Matcher event = Pattern.compile("\"event\":\"([^\"]+)\"").matcher(body);
        if (event.find()) {
            byte[] bytes = Base64.getDecoder().decode(event.group(1));
            bytes[bytes.length - 1] ^= 1;
            body = body.replace(event.group(1), Base64.getEncoder().encodeToString(bytes));
        }
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }
}
