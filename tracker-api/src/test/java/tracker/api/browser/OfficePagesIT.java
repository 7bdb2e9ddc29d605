package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planning office's desk, registration, and assessments. */
class OfficePagesIT extends PageTest {
    private static OwnPlan plan;

    @BeforeAll
    static void ownPlan() {
        plan = OwnPlan.of(pages(), "office-desk");
    }

    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#both")
    void theDeskAndTheAssessments(Look look) {
        try (Visit visit = visit(OFFICE, look, DEMO + "/office")) {
            visit.looksRight("office-assign");
            visit.go(DEMO + "/office?part=adjust&subject=indicator/I01");
            visit.looksRight("office-adjust");
            visit.go(DEMO + "/assessments?new=yes");
            assertThat(visit.page().locator(".assessment").first()).isVisible();
            visit.looksRight("assessments");
        }
    }

    @Test
    void itsOtherParts() {
        try (Visit visit = visit(OFFICE, Look.PHONE, "/register")) {
            visit.looksRight("register");
            for (String part : List.of(
                    "targets&indicator=I01",
                    "adjust&subject=plan",
                    "adjust&subject=project/P01&what=responsibility",
                    "warnings",
                    "feedback",
                    "day")) {
                visit.go(DEMO + "/office?part=" + part);
                visit.looksRight("office-" + part.replaceAll("\\W", "-"));
            }
        }
    }

    @Test
    void severalAreAssignedAtOnce() {
        try (Visit visit = visit(OFFICE, Look.DESKTOP, plan.path() + "/office")) {
            Page page = visit.page();
            page.locator(".choosing li").first().waitFor();
            int open = page.locator(".choosing li").count();
            page.locator(".choosing input").nth(0).check();
            page.locator(".choosing input").nth(1).check();
            visit.button("下达 2 项").click();
            assertThat(page.locator("#lead-error")).isVisible();
            page.selectOption("#lead", "economy");
            page.fill("#measures", OwnPlan.PLANTED);
            visit.button("下达 2 项").click();
            yes(page);
            assertThat(page.locator(".writing-state.sent")).hasText("已下达 2 项。");
            assertThat(page.locator(".choosing li")).hasCount(open - 2);
        }
    }

    @Test
    void aDelegatedTargetIsSetOnce() {
        try (Visit visit = visit(OFFICE, Look.PHONE, plan.path() + "/office?part=targets&indicator=I22")) {
            Page page = visit.page();
            visit.button("Set").first().waitFor();
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("#target-error")).hasText(Pattern.compile("This is required"));
            page.selectOption("#measure", "maintain");
            page.fill("#target", "2");
            page.locator("main form button[type=submit]").click();
            yes(page);
            assertThat(page.locator(".writing-state.sent")).isVisible();
        }
        assertThat(plan.reads("/indicators/I22").path("target").asInt()).isEqualTo(2);
    }

    @Test
    void anAdjustmentShowsBeforeAndAfterAndNeedsItsReference() {
        try (Visit visit = visit(OFFICE, Look.DESKTOP, plan.path() + "/office?part=adjust&subject=indicator/I01")) {
            Page page = visit.page();
            page.fill("#target", "5200");
            page.fill("#name-en", OwnPlan.PLANTED);
            assertThat(page.locator(".compared")).containsText(Pattern.compile("5,000.*5,200"));
            assertThat(page.locator(".compared")).containsText(OwnPlan.PLANTED);
            visit.button("提交调整").click();
            assertThat(page.locator("#reference-error")).isVisible();
            page.fill("#reference", "文〔2023〕1号");
            page.fill("#reason", "中期评估");
            visit.button("提交调整").click();
            yes(page);
            assertThat(page.locator(".writing-state.sent")).containsText("已调整");
            assertThat(page).not().hasTitle("run");
        }
        assertThat(plan.reads("/indicators/I01").path("target").asInt()).isEqualTo(5200);
        assertThat(plan.events("/indicators/I01", "PlanAdjusted")).isEqualTo(1);
    }

    @Test
    void feedbackIsPublishedAndAnsweredAndShownAsItWasWritten() {
        plan.writes(OFFICE, "/feedback", "{\"text\": \"<script>document.title='run'</script> 何时通车？\"}");
        try (Visit visit = visit(OFFICE, Look.DESKTOP, plan.path() + "/office?part=feedback")) {
            Page page = visit.page();
            assertThat(page.locator(".acknowledging .quote")).hasText("<script>document.title='run'</script> 何时通车？");
            page.locator(".acknowledging button").first().click();
            yes(page);
            page.locator(".acknowledging button:has-text('答复')").click();
            page.fill("#answer", "年底。");
            page.locator("main form button[type=submit]").click();
            yes(page);
            assertThat(page.locator(".acknowledging .seen")).containsText("年底。");
            assertThat(page).not().hasTitle("run");
        }
    }

    @Test
    void anAssessmentIsRecordedAndItsReportOpened() {
        try (Visit visit = visit(OFFICE, Look.DESKTOP, plan.path() + "/assessments?new=yes")) {
            Page page = visit.page();
            page.selectOption("#record-kind", "mid-term");
            page.selectOption("#record-year", "2023");
            page.fill("#verdict", "总体正常 <b>");
            page.fill("#text", "进展总体符合预期。");
            visit.button("记录").last().click();
            yes(page);
            assertThat(page.locator(".assessment .verdict")).containsText("总体正常 <b>");
            assertThat(page.locator(".assessment .more a"))
                    .hasAttribute("href", plan.api() + "/assessments/2023-mid-term/report?lang=zh");
        }
    }

    @Test
    void aPlanIsRegisteredFromItsFilesAndItsFaultsAreNamed() {
        try (Visit visit = visit(OFFICE, Look.DESKTOP, "/register").expecting("status of 422")) {
            Page page = visit.page();
            choose(page, OwnPlan.files("registered-here", "亿元"));
            assertThat(page.locator(".row-faults tbody tr").first()).containsText("unknown-unit");
            assertThat(visit.button("登记")).isDisabled();
            visit.looksRight("register-refused");

            choose(page, OwnPlan.files("registered-here", ""));
            visit.button("登记").click();
            yes(page);
            visit.link("打开规划").click();
            assertThat(page).hasURL(Pattern.compile("/plans/registered-here$"));
            assertThat(page.locator(".time-machine input[type=date]")).isVisible();
        }
    }

    private static void choose(Page page, byte[] zip) {
        page.locator("input[type=file]").setInputFiles(new FilePayload("plan.zip", "application/zip", zip));
    }

    private static void yes(Page page) {
        page.locator("dialog button[value=yes]").click();
    }
}
