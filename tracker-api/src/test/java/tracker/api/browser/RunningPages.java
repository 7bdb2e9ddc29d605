package tracker.api.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import tracker.api.TestClient;
import tracker.api.TrackerProcess;

/** One tracker with the demonstration, and one browser, for all tests of pages: both take their time to start. */
final class RunningPages implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final String CHROMIUM = "TRACKER_CHROMIUM";
    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");

    /** A machine that has much else to do is no fault of the pages. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path data;
    private final TrackerProcess tracker;
    private final Playwright playwright;
    private final Browser browser;
    private final int port;
    private final String address;
    private final JsonNode tokens;

    /** {@code settings} are written {@code tracker.read-wait=5s}. */
    RunningPages(Path chromium, String... settings) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("tracker.demo=true");
        try {
            data = Files.createTempDirectory("pages");
            port = TrackerProcess.freePort();
            tracker = TrackerProcess.start(data, port, all.toArray(String[]::new));
            address = "http://localhost:" + port;
            tokens = new ObjectMapper().readTree(data.resolve("tokens.json").toFile());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** The browser that is installed; empty where there is none. */
    static Optional<Path> chromium() {
        return Stream.concat(Stream.ofNullable(System.getenv(CHROMIUM)), USUAL.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    /** Without a slash at its end. */
    String address() {
        return address;
    }

    /** The API as whoever has that token has it. */
    TestClient client(String name) {
        return TestClient.bearing(port, token(name));
    }

    /** The token of that name in tokens.json, such as {@code department:economy}. */
    String token(String name) {
        return tokens.path(name).asText();
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        tracker.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }
}
