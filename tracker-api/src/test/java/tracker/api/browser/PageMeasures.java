package tracker.api.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures the pages and prints what it found: {@code mvn -Ppages}. When the overview is first painted and whole, in a browser that has
 * nothing yet; what it weighs on the wire; how evenly it is drawn while its plan changes sixty times a second.
 */
final class PageMeasures {
    private static final int RUNS = 7;
    private static final int EVENTS_PER_SECOND = 60;
    private static final int SECONDS = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningPages pages;
    private final PrintStream out;

    private PageMeasures(RunningPages pages, PrintStream out) {
        this.pages = pages;
        this.out = out;
    }

    public static void main(String... none) throws IOException {
        Path chromium = RunningPages.chromium()
                .orElseThrow(() ->
                        new IllegalStateException("no browser is installed (apt-get install chromium-headless-shell)"));
        try (RunningPages pages = new RunningPages(chromium, "tracker.requests-per-second=1000")) {
            PageMeasures measures = new PageMeasures(pages, System.out);
            measures.paint();
            measures.stutter();
        }
    }

    /** Times are of the browser's own clock, from the start of the navigation. */
    private void paint() {
        List<Double> first = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        AtomicLong bytes = new AtomicLong();
        for (int run = 0; run < RUNS; run++) {
            try (Visit visit = Visit.begin(pages, PageTest.DASHBOARD, Look.DESKTOP)) {
                bytes.set(0);
                CDPSession network = visit.context().newCDPSession(visit.page());
                network.send("Network.enable");
                network.on(
                        "Network.loadingFinished",
                        (JsonObject event) ->
                                bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
                visit.page().navigate(PageTest.DEMO);
                visit.page().locator(".indicator-row svg.bullet").nth(25).waitFor();
                whole.add(number(visit.page(), "performance.now()"));
                visit.settled();
                first.add(number(visit.page(), "performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            }
        }
        out.printf(
                Locale.ROOT,
                "first paint of the overview: median %.0f ms, longest %.0f ms of %d%n",
                median(first),
                longest(first),
                RUNS);
        out.printf(
                Locale.ROOT,
                "all 26 indicators drawn: median %.0f ms, longest %.0f ms%n",
                median(whole),
                longest(whole));
        out.printf(
                Locale.ROOT, "weight of the overview on the wire, with its figures: %.0f kB%n", bytes.get() / 1000.0);
    }

    /** The gaps between the frames that are drawn, at rest and while events come. */
    private void stutter() throws IOException {
        try (Visit visit = Visit.begin(pages, PageTest.DASHBOARD, Look.DESKTOP)) {
            visit.go(PageTest.REAL);
            List<Double> rest = frames(visit.page());
            Corrections corrections = new Corrections(pages);
            corrections.begin();
            CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(corrections::send);
            List<Double> storm = frames(visit.page());
            out.printf(
                    Locale.ROOT,
                    "frames at rest: %d, median gap %.1f ms, 95th percentile %.1f ms, longest %.1f ms%n",
                    rest.size(),
                    median(rest),
                    percentile(rest, 0.95),
                    longest(rest));
            out.printf(
                    Locale.ROOT,
                    "frames while %d events came in %d s: %d, median gap %.1f ms, 95th percentile %.1f ms, longest %.1f ms%n",
                    sent.join(),
                    SECONDS,
                    storm.size(),
                    median(storm),
                    percentile(storm, 0.95),
                    longest(storm));
            visit.page().locator(".indicator-row .value").first().waitFor();
        }
    }

    /** Correcting one value over and over. */
    private static final class Corrections {
        private final HttpClient http = HttpClient.newHttpClient();
        private final RunningPages pages;
        private final String reports;

        Corrections(RunningPages pages) {
            this.pages = pages;
            this.reports = pages.address() + "/api/v1" + PageTest.REAL + "/indicators/I01/reports";
        }

        void begin() {
            post(reports, "{\"period\":\"2022\",\"value\":3600,\"unit\":\"亿元\"}")
                    .join();
        }

        /** How many were accepted within the time. */
        int send() {
            List<CompletableFuture<Boolean>> answers = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < EVENTS_PER_SECOND * SECONDS; i++) {
                long due = begin + i * 1_000_000_000L / EVENTS_PER_SECOND;
                while (System.nanoTime() < due) {
                    Thread.onSpinWait();
                }
                answers.add(post(
                        reports + "/2022/correction",
                        "{\"value\":%d,\"unit\":\"亿元\",\"reason\":\"measured\"}".formatted(3000 + i)));
            }
            return (int) answers.stream().filter(CompletableFuture::join).count();
        }

        private CompletableFuture<Boolean> post(String address, String body) {
            return http.sendAsync(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Authorization", "Bearer " + pages.token(PageTest.OFFICE))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .thenApply(answer -> answer.statusCode() < 300);
        }
    }

    private static List<Double> frames(Page page) throws IOException {
        JsonNode gaps = JSON.readTree((String) page.evaluate(
                "seconds => new Promise((resolve) => { const gaps = []; let last = performance.now(); const end = last + seconds * 1000;"
                        + " const next = (now) => { gaps.push(now - last); last = now;"
                        + " now < end ? requestAnimationFrame(next) : resolve(JSON.stringify(gaps.slice(1))); };"
                        + " requestAnimationFrame(next); })",
                SECONDS));
        List<Double> list = new ArrayList<>();
        gaps.forEach(gap -> list.add(gap.asDouble()));
        return list;
    }

    private static double number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private static double median(List<Double> of) {
        return percentile(of, 0.5);
    }

    private static double percentile(List<Double> of, double share) {
        List<Double> sorted = of.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private static double longest(List<Double> of) {
        return percentile(of, 1);
    }
}
