package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A department's desk: what is filled in is never lost, and what is sent counts once. */
class WorkPagesIT extends PageTest {
    /** What a browser says of a connection that is cut. */
    private static final String CUT = "net::ERR_|Failed to load resource";

    private static OwnPlan plan;

    @BeforeAll
    static void ownPlan() {
        plan = OwnPlan.of(pages(), "desk");
    }

    @ParameterizedTest
    @MethodSource("tracker.api.browser.Look#all")
    void theDesk(Look look) {
        try (Visit visit = visit(ECONOMY, look, DEMO + "/work")) {
            assertThat(visit.page().locator(".duties.of-missing li").first()).isVisible();
            visit.looksRight("work-due");

            visit.page().locator(".duties.of-missing a.chip").first().click();
            visit.settled();
            assertThat(visit.page().locator("#period")).isVisible();
            assertThat(visit.page().locator(".known")).isVisible();
            visit.looksRight("work-form");

            visit.go(DEMO + "/work?part=led");
            assertThat(visit.page().locator("tracker-led tbody tr").first()).isVisible();
            visit.looksRight("work-led");
        }
    }

    @Test
    void itsOtherParts() {
        try (Visit visit = visit(ECONOMY, Look.PHONE, DEMO + "/work?part=warnings")) {
            assertThat(visit.page().locator(".acknowledging li").first()).isVisible();
            visit.looksRight("work-warnings");
            visit.go(DEMO + "/work?part=sheet");
            visit.looksRight("work-sheet");
        }
    }

    static Stream<Look> bothLanguages() {
        return Stream.of(Look.DESKTOP, Look.PHONE);
    }

    @ParameterizedTest
    @MethodSource("bothLanguages")
    void whatCannotBeRightIsSaidAtItsField(Look look) {
        try (Visit visit = visit(ECONOMY, look, form("indicator/I03", "report", "2021"))) {
            visit.page().fill("#value", "1,300");
            assertThat(visit.page().locator("#value-error")).containsText(look.say("请填写数字", "A number is needed"));
            visit.page().fill("#value", "-1");
            send(visit);
            assertThat(visit.page().locator("#value-error"))
                    .containsText(look.say("数值不得小于 0", "The value must be at least 0"));
            assertThat(visit.page().locator("#value")).isFocused();
        }
        assertThat(plan.events("/indicators/I03", "ProgressReported")).isZero();
    }

    @Test
    void aDraftSurvivesAReloadAndIsNobodyElses() {
        String form = form("indicator/I05", "report", "2021");
        try (Visit visit = visit(ECONOMY, Look.DESKTOP, form)) {
            visit.page().fill("#value", "2000.50");
            visit.page().fill("#note", OwnPlan.PLANTED);
            visit.page().reload();
            assertThat(visit.settled().page().locator("#value")).hasValue("2000.50");
            assertThat(visit.page().locator("#note")).hasValue(OwnPlan.PLANTED);

            visit.page().locator("header form.who button").click();
            visit.signIn(OFFICE).go(form);
            assertThat(visit.page().locator("#value")).hasValue("");

            visit.signIn(ECONOMY).go(plan.path() + "/work");
            visit.page().locator(".outbox summary").click();
            visit.button("删除草稿：高新技术产业产值").click();
            yes(visit.page());
            assertThat(visit.page().locator(".outbox")).hasCount(0);
        }
    }

    @Test
    void whatIsSentWhileTheConnectionIsCutIsSentOnceWhenItIsBack() {
        try (Visit visit = visit(ECONOMY, Look.PHONE, form("indicator/I08", "report", "2021"))
                .expecting(CUT)) {
            visit.page().fill("#value", "5");
            visit.context().setOffline(true);
            send(visit);
            assertThat(visit.page().locator(".outcome .stand")).hasText("Waiting to be sent");
            visit.context().setOffline(false);
            assertThat(visit.page().locator(".outcome .stand")).hasText("Sent");
            assertThat(visit.page().locator(".outcome"))
                    .containsText(Pattern.compile("version \\d+ of its subject, event position \\d+"));
        }
        assertThat(plan.events("/indicators/I08", "ProgressReported")).isEqualTo(1);
    }

    @Test
    void whatArrivedThoughItsAnswerWasLostCountsOnceThroughAReload() {
        AtomicBoolean lost = new AtomicBoolean();
        try (Visit visit = visit(ECONOMY, Look.DESKTOP, form("indicator/I09", "report", "2021"))
                .expecting(CUT)) {
            visit.page().route(Pattern.compile("/indicators/I09/reports$"), route -> loseFirst(route, lost));
            visit.page().fill("#value", "7");
            send(visit);
            assertThat(visit.page().locator(".outcome .stand")).hasText("等待发送");
            visit.page().reload();
            assertThat(visit.settled().page().locator(".outcome .stand")).hasText("已送达");
        }
        assertThat(lost).isTrue();
        assertThat(plan.events("/indicators/I09", "ProgressReported")).isEqualTo(1);
    }

    private static void loseFirst(Route route, AtomicBoolean lost) {
        if (lost.compareAndSet(false, true)) {
            route.fetch();
            route.abort("connectionreset");
        } else {
            route.resume();
        }
    }

    @Test
    void twoWindowsSendOneDraftOnce() {
        String form = form("indicator/I10", "report", "2021");
        try (Visit visit = visit(ECONOMY, Look.DESKTOP, form)) {
            visit.page().fill("#value", "7");
            Page other = visit.context().newPage();
            other.navigate(form);
            assertThat(other.locator("#value")).hasValue("7");
            visit.page().locator("main form button[type=submit]").click();
            other.locator("main form button[type=submit]").click();
            assertThat(visit.page().locator(".outcome .stand")).hasText("已送达");
            assertThat(other.locator(".outcome .stand")).hasText("已送达");
        }
        assertThat(plan.events("/indicators/I10", "ProgressReported")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("bothLanguages")
    void whatTheServerRefusesIsSaidAtItsFieldInBothLanguages(Look look) {
        String task = "/tasks/J3";
        if (plan.events(task, "ProgressReported") == 0) {
            plan.writes(OFFICE, task + "/reports", "{\"period\": \"2021\", \"status\": \"in-progress\"}");
            plan.writes(OFFICE, task + "/reports", "{\"period\": \"2023\", \"status\": \"completed\"}");
        }
        try (Visit visit =
                visit(OFFICE, look, form("task/J3", "report", "2022")).expecting("status of 422")) {
            visit.page().selectOption("#status", "not-started");
            send(visit);
            assertThat(visit.page().locator("#status-error"))
                    .containsText(look.say("不能由“进行中”转为“未启动”", "cannot go from “in progress” to “not started”"));
            visit.looksRight("work-refused");
            visit.button(look.say("English", "中文")).click();
            assertThat(visit.page().locator("#status-error"))
                    .containsText(look.say("cannot go from “in progress”", "不能由“进行中”"));
        }
        assertThat(plan.events(task, "ProgressReported")).isEqualTo(2);
    }

    @Test
    void aCorrectionOfWhatHasChangedMeanwhileShowsTheChangeAndAsksAgain() {
        plan.writes(ECONOMY, "/indicators/I01/reports", "{\"period\": \"2021\", \"value\": 3100, \"unit\": \"亿元\"}");
        try (Visit visit = visit(ECONOMY, Look.DESKTOP, form("indicator/I01", "correction", "2021"))
                .expecting("status of 412")) {
            assertThat(visit.page().locator("#value")).hasValue("3100");
            visit.page().fill("#value", "3110");
            plan.writes(
                    ECONOMY, "/indicators/I01/reports", "{\"period\": \"2022\", \"value\": 3555, \"unit\": \"亿元\"}");
            visit.page().fill("#reason", "复核");
            send(visit);
            assertThat(visit.page().locator(".meanwhile")).containsText("3,555");
            visit.looksRight("work-stale");
            visit.button("已看过").click();
            send(visit);
            assertThat(visit.page().locator(".outcome .stand")).hasText("已送达");

            visit.go(form("indicator/I01", "retraction", "2022"));
            visit.page().fill("#reason", "误报");
            send(visit);
            yes(visit.page());
            assertThat(visit.page().locator(".outcome .stand")).hasText("已送达");
        }
        assertThat(plan.reads("/indicators/I01").path("value").asInt()).isEqualTo(3110);
        assertThat(plan.events("/indicators/I01", "ReportRetracted")).isEqualTo(1);
    }

    @Test
    void aSheetWithABadRowIsTakenInOnlyAsFarAsItIsAgreedTo() {
        String sheet = "subject,period,value,unit,note\n"
                + "indicator/I06,2021,40,家,<b>good</b>\n"
                + "indicator/I06,2022,-3,家,\n";
        try (Visit visit = visit(OFFICE, Look.PHONE, plan.path() + "/work?part=sheet&department=economy")) {
            Page page = visit.page();
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("sheet.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
            Locator bad = page.locator(".row-faults tbody tr");
            assertThat(bad).hasCount(1);
            assertThat(bad).containsText(Pattern.compile("3\\s*value"));
            assertThat(bad).containsText("out-of-bounds");
            assertThat(visit.button("Take it in")).isDisabled();
            visit.looksRight("work-sheet-tried");

            page.check("#partial");
            visit.button("Take it in").click();
            yes(page);
            assertThat(page.locator(".writing-state.sent")).containsText("1 rows recorded");
        }
        assertThat(plan.events("/indicators/I06", "ProgressReported")).isEqualTo(1);
    }

    @Test
    void evidenceIsHandedInAndCitedAndAJumpIsAskedAbout() {
        try (Visit visit = visit(ECONOMY, Look.DESKTOP, form("indicator/I02", "report", "2021"))) {
            Page page = visit.page();
            assertThat(page.locator("h2#writing")).containsText(OwnPlan.PLANTED);
            assertThat(page).not().hasTitle("run");
            AtomicReference<Route> upload = new AtomicReference<>();
            page.route(Pattern.compile("/evidence\\?name="), upload::set);
            page.locator("tracker-evidence input[type=file]")
                    .setInputFiles(new FilePayload("<b>e</b>.txt", "text/plain", new byte[] {1, 2, 3}));
            assertThat(page.locator("tracker-evidence .file")).hasText("<b>e</b>.txt");
            page.fill("#value", "1300");
            // Before the file is there: the report waits for it.
            send(visit);
            page.waitForCondition(() -> upload.get() != null);
            upload.get().resume();
            assertThat(page.locator(".outcome .stand")).hasText("已送达");

            visit.go(form("indicator/I02", "report", "2022"));
            page.fill("#value", "13000");
            send(visit);
            assertThat(page.locator("dialog .doubts")).containsText("1,300");
            page.locator("dialog button[value=no]").click();
            assertThat(page.locator("#value")).hasValue("13000");
        }
        var report = plan.reads("/indicators/I02/reports/2021").path("report");
        assertThat(report.path("evidence").path(0).path("sha256").asText()).hasSize(64);
        assertThat(plan.events("/indicators/I02", "ProgressReported")).isEqualTo(1);
    }

    private static String form(String subject, String action, String period) {
        return plan.path() + "/work?subject=" + subject + "&action=" + action + "&period=" + period;
    }

    private static void send(Visit visit) {
        visit.page().locator("main form.fields button[type=submit]").click();
    }

    private static void yes(Page page) {
        page.locator("dialog button[value=yes]").click();
    }
}
