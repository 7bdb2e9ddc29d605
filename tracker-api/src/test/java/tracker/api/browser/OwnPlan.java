package tracker.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A plan that a test may write to: the first plan's tables under another id, with a name in it that no page may take for markup. */
final class OwnPlan {
    /** What indicator I02 is called. */
    static final String PLANTED = "<img src=x onerror=\"document.title='run'\"> \"quoted\" & 'single' {{braces}}";

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
        APIResponse answer = plan.asks(
                "planning-office",
                "POST",
                "/api/v1/plans",
                RequestOptions.create()
                        .setHeader("Content-Type", "application/zip")
                        .setData(files(id, "")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return plan;
    }

    /** The plan as a zip of tables; what {@code broken} names is not in its indicators' table as it should be. */
    static byte[] files(String id, String broken) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : NAMES) {
                zip.putNextEntry(new ZipEntry(name + ".csv"));
                String table = read(name).replace("changsha-hitech-14fyp", id);
                zip.write((name.equals("indicators") ? planted(table, broken) : table).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return bytes.toByteArray();
    }

    private static String planted(String table, String broken) {
        String named = table.replace("工业总产值", '"' + PLANTED.replace("\"", "\"\"") + '"')
                .replace("Gross industrial output value", '"' + PLANTED.replace("\"", "\"\"") + '"');
        return broken.isEmpty() ? named : named.replaceFirst(broken, "<" + broken + ">");
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
    APIResponse writes(String who, String path, Object body) {
        APIResponse answer = asks(
                who,
                "POST",
                api() + path,
                RequestOptions.create()
                        .setHeader("Content-Type", "application/json")
                        .setData(body));
        assertThat(answer.ok()).as(answer.text()).isTrue();
        return answer;
    }

    /** What a department reads there. */
    String reads(String path) {
        return asks("planning-office", "GET", api() + path, RequestOptions.create()).text();
    }

    private APIResponse asks(String who, String method, String path, RequestOptions options) {
        try (Playwright playwright = Playwright.create()) {
            return null;
        }
    }
}
