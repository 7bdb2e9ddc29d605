package tracker.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

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

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLES = "/plans/changsha-hitech-14fyp/";
    private static final List<String> NAMES = List.of(
            "categories",
            "departments",
            "goals",
            "history",
            "indicators",
            "milestones",
            "plan",
            "projects",
            "responsibilities",
            "tasks",
            "units");

    private final RunningPages pages;
    private final String id;

    private OwnPlan(RunningPages pages, String id) {
        this.pages = pages;
        this.id = id;
    }

    /** Registers it. */
    static OwnPlan of(RunningPages pages, String id) {
        OwnPlan plan = new OwnPlan(pages, id);
        plan.asks(PageTest.OFFICE, "/api/v1/plans", request -> request.header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(files(id, ""))));
        return plan;
    }

    /** Registers one in which something of every kind has such a name. */
    static OwnPlan planted(RunningPages pages, String id) {
        OwnPlan plan = new OwnPlan(pages, id);
        plan.asks(PageTest.OFFICE, "/api/v1/plans", request -> request.header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(files(id, "", CALLED))));
        return plan;
    }

    /** The plan as a zip of tables; what {@code broken} names is not in its indicators' table as it should be. */
    static byte[] files(String id, String broken) {
        return files(id, broken, Map.of());
    }

    private static byte[] files(String id, String broken, Map<String, String> called) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : NAMES) {
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                String table = read(name).replace("changsha-hitech-14fyp", id);
                for (Map.Entry<String, String> one : called.entrySet()) {
                    table = table.replace(one.getKey(), one.getValue());
                }
                zip.write(
                        (name.equals("indicators") ? planted(table, broken) : table).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return bytes.toByteArray();
    }

    private static String planted(String table, String broken) {
        String named = table.replace("工业总产值", quoted()).replace("Gross industrial output value", quoted());
        return broken.isEmpty() ? named : named.replaceFirst(broken, "<" + broken + ">");
    }

    /** As a cell of CSV. */
    private static String quoted() {
        return '"' + PLANTED.replace("\"", "\"\"") + '"';
    }

    private static String read(String name) throws IOException {
        try (InputStream in = OwnPlan.class.getResourceAsStream(TABLES + name + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
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
        asks(who, api() + path, request -> request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    JsonNode reads(String path) {
        return asks(PageTest.OFFICE, api() + path, HttpRequest.Builder::GET);
    }

    /** How many events of that type a subject has. */
    long events(String subject, String type) {
        return StreamSupport.stream(
                        reads(subject + "/history?limit=200").path("items").spliterator(), false)
                .filter(entry -> entry.path("type").asText().equals(type))
                .count();
    }

    private JsonNode asks(String who, String path, UnaryOperator<HttpRequest.Builder> method) {
        HttpRequest request = method.apply(HttpRequest.newBuilder(URI.create(pages.address() + path))
                        .header("Authorization", "Bearer " + pages.token(who)))
                .build();
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode())
                    .as(new String(answer.body(), StandardCharsets.UTF_8))
                    .isLessThan(300);
            return JSON.readTree(answer.body());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }
}
