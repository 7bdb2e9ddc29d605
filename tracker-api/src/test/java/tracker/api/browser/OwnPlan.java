package tracker.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tracker.api.PlanArchive;
import tracker.api.TestClient;

/** A plan that a test may write to: the first plan's tables under another id, with a name in it that no page may take for markup. */
final class OwnPlan {
    /** What indicator I02 is called. */
    static final String PLANTED = "<img src=x onerror=\"document.title='run'\"> \"quoted\" & 'single' {{braces}}";

    /** A name that nothing in it allows to be broken. */
    static final String LONG = "W".repeat(120);

    /** What stands in the tables, and is called otherwise where all is planted. */
    private static final Map<String, String> CALLED = Map.ofEntries(
            Map.entry("固定资产投资", LONG),
            Map.entry("Fixed-asset investment", LONG),
            Map.entry("综合实力", quoted()),
            Map.entry("Comprehensive strength", quoted()),
            Map.entry("经济发展局", quoted()),
            Map.entry("Economic Development Bureau", quoted()),
            Map.entry("松柏路（月季路—樱花路）", quoted()),
            Map.entry("Songbai Road (Yueji Road to Yinghua Road)", quoted()),
            Map.entry("国槐二路（月季路—铃兰路）", LONG),
            Map.entry("Guohuai 2nd Road (Yueji Road to Linglan Road)", LONG),
            Map.entry("国家重大科技基础设施引进工程", quoted()),
            Map.entry("National major science and technology infrastructure works", quoted()),
            Map.entry("政府投资类项目", quoted()),
            Map.entry("Government investment projects", quoted()));

    private final RunningPages pages;
    private final String id;

    private OwnPlan(RunningPages pages, String id) {
        this.pages = pages;
        this.id = id;
    }

    /**
     * Registers it, and waits until its first day has begun: what that opens warnings for has another version, and a page that was opened
     * before would be refused as stale.
     */
    static OwnPlan of(RunningPages pages, String id) {
        OwnPlan plan = registered(pages, id, files(id, ""));
        Awaitility.await("its first day")
                .atMost(Duration.ofSeconds(25))
                .until(() -> !plan.reads("/events?type=DayTurned").path("items").isEmpty());
        return plan;
    }

    /** Registers one in which something of every kind has such a name. */
    static OwnPlan planted(RunningPages pages, String id) {
        return registered(pages, id, PlanArchive.with(id, file -> {
            String called = file;
            for (Map.Entry<String, String> one : CALLED.entrySet()) {
                called = called.replace(one.getKey(), one.getValue());
            }
            return planted(called);
        }));
    }

    private static OwnPlan registered(RunningPages pages, String id, byte[] files) {
        TestClient office = pages.client(PageTest.OFFICE);
        TestClient.Answer registered = office.postFile("/api/v1/plans", files, "Content-Type", "application/zip");
        accepted(registered);
        // A page that is opened now is to find all of it: what it shows of a part would be of older versions.
        accepted(office.get("/api/v1/plans/" + id, "Tracker-Position", registered.header("Tracker-Position")));
        return new OwnPlan(pages, id);
    }

    /** The plan as a zip of tables; what {@code broken} names is not in its indicators' table as it should be. */
    static byte[] files(String id, String broken) {
        return PlanArchive.with(
                id,
                "indicators",
                file -> broken.isEmpty() ? planted(file) : planted(file).replaceFirst(broken, "<" + broken + ">"));
    }

    private static String planted(String indicators) {
        return indicators.replace("工业总产值", quoted()).replace("Gross industrial output value", quoted());
    }

    /** As a cell of CSV. */
    private static String quoted() {
        return '"' + PLANTED.replace("\"", "\"\"") + '"';
    }

    /** Where its pages are. */
    String path() {
        return "/plans/" + id;
    }

    String api() {
        return "/api/v1/plans/" + id;
    }

    /** A write by somebody else, elsewhere, at this moment. */
    void writes(String who, String path, String json) {
        accepted(pages.client(who).post(api() + path, json));
    }

    JsonNode reads(String path) {
        return accepted(pages.client(PageTest.OFFICE).get(api() + path));
    }

    /** How many events of that type a subject has. */
    long events(String subject, String type) {
        return StreamSupport.stream(
                        reads(subject + "/history?limit=200").path("items").spliterator(), false)
                .filter(entry -> entry.path("type").asText().equals(type))
                .count();
    }

    private static JsonNode accepted(TestClient.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isLessThan(300);
        return answer.json();
    }
}
