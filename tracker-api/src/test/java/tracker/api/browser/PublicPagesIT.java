package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What anybody sees without signing in, and what nobody does. */
class PublicPagesIT extends PageTest {
    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#both")
    void anybodyReadsWhatIsPublishedAndSaysSomething(Look look) {
        try (Visit visit = visit(ANYBODY, look, DEMO + "/public")) {
            assertThat(visit.page().locator(".indicator-row")).hasCount(26);
            assertThat(visit.page().locator(".connection")).hasCount(0);
            visit.looksRight("public");
            visit.page().getByLabel(look.say("搜索项目", "Search the projects")).fill("P53");
            assertThat(visit.page().getByText(look.say("1 个项目", "1 projects"))).isVisible();

            visit.page()
                    .getByLabel(look.say("意见", "What you want to say"), exactly())
                    .fill("<img src=x onerror=alert(1)> \"quoted\" & 'said'");
            visit.button(look.say("提交", "Send")).click();
            assertThat(visit.page()
                            .getByText(look.say(
                                    "已收到，审核后公开。", "Received. It will be published once it has been looked at.")))
                    .isVisible();
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    void whoIsNotSignedInIsAskedToAndComesBack() {
        try (Visit visit = visit(ANYBODY, Look.DESKTOP, DEMO + "/warnings?rule=stale")) {
            assertThat(visit.heading("请先登录")).isVisible();
            visit.page().locator("main a.button").click();
            visit.page().getByLabel("令牌").fill(pages().token(DASHBOARD));
            visit.button("登录").click();
            visit.settled();
            assertThat(visit.page()).hasURL(Pattern.compile(DEMO + "/warnings\\?rule=stale$"));
            assertThat(visit.page().locator("table.warnings tbody tr").first()).isVisible();
            visit.button("退出").click();
            assertThat(visit.page()).hasURL(Pattern.compile("/login"));
        }
    }

    @Test
    void theFirstPageGoesToAPlanThatIsNoDemonstration() {
        try (Visit visit = visit(DASHBOARD, Look.PHONE, "/")) {
            assertThat(visit.page()).hasURL(Pattern.compile("/plans/(?!demo-)[^/]+$"));
            visit.button("Menu").click();
            visit.link("Departments").click();
            visit.settled();
            assertThat(visit.heading("Departments")).isVisible();
        }
    }
}
