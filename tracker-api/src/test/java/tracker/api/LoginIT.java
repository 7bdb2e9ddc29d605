package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tracker.api.access.TokenFile;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

/** Signing in to the pages with a static token: the page, the session, and how it ends. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginIT extends RunningTracker {
    private final Browser browser = new Browser();

    @Override
    Map<String, Object> settings() {
        return Map.of();
    }

    @Test
    void thePageIsInBothLanguagesAndNeedsNoScript() {
        Browser nobody = new Browser();
        for (String language : new String[] {"zh", "en"}) {
            Browser.Page page = nobody.get(at("/login?lang=" + language + "&next=/a%22b"));
            assertThat(page.status()).isEqualTo(400);
            page = nobody.get(at("/login?lang=" + language + "&next=/plans"));
            Document html = Jsoup.parse(page.body());
            assertThat(html.select("html").attr("lang")).startsWith(language);
            assertThat(html.select("script, img, link, [style], [onclick]")).isEmpty();
            assertThat(html.select("label[for=token]").text()).isNotEmpty();
            assertThat(html.select("input[name=next]").attr("value")).isEqualTo("/plans");
            assertThat(html.select("meta[name=viewport]")).hasSize(1);
            assertThat(html.select("h1")).hasSize(1);
            assertThat(page.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        }
        assertThat(nobody.get(at("/login"), "Accept-Language", "en").body()).contains("Sign in");
        assertThat(nobody.get(at("/login")).body()).contains("登录");
        assertThat(nobody.get(at("/login/provider")).status()).isEqualTo(404);
    }

    @Test
    void aTokenOpensASessionAndItsHolderEndsIt() throws IOException {
        Browser.Page page = signIn(browser, client("auditor").token(), "/api/v1/me");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo(at("/api/v1/me"));
        assertThat(browser.cookiesSet().get(0))
                .startsWith("tracker-session=")
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/")
                .contains("Max-Age=28")
                .doesNotContain("Secure");
        JsonNode me = me(browser);
        assertThat(me.path("role").asText()).isEqualTo("auditor");
        assertThat(me.path("rights").toString()).contains("read-events");
        assertThat(Instant.parse(me.path("ends").asText()))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(7)), Instant.now().plus(Duration.ofHours(8)));
        assertThat(browser.get(at(TestClient.PLAN + "/events")).status()).isEqualTo(200);
        assertThat(browser.get(at("/login")).body()).contains("auditor");

        String id = browser.cookies(at("/")).get("tracker-session");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("sessions.json"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(data.resolve("sessions.json")))
                .doesNotContain(id)
                .doesNotContain(client("auditor").token());
        assertThat(browser.post(at("/logout"), Map.of()).status()).isEqualTo(303);
        browser.cookies(at("/")).put("tracker-session", id);
        assertThat(browser.get(at("/api/v1/me")).status()).isEqualTo(401);
    }

    @Test
    void whatThePageDoesNotKnowIsRefused() {
        Browser nobody = new Browser();
        assertThat(nobody.get(at("/login?lang=fr")).status()).isEqualTo(400);
        assertThat(nobody.get(at("/login?colour=red")).status()).isEqualTo(400);
        assertThat(nobody.get(at("/login?lang=zh&lang=en")).status()).isEqualTo(400);
        assertThat(nobody.post(at("/login?lang=fr"), Map.of("token", "x")).status())
                .isEqualTo(400);
        assertThat(nobody.post(at("/login"), Map.of("token", "x", "colour", "red"))
                        .status())
                .isEqualTo(422);
        assertThat(nobody.post(at("/login"), Map.of("next", "/")).status()).isEqualTo(422);
    }

    @Test
    void whatIsNoTokenOpensNothing() {
        Browser.Page page = signIn(browser, "made-up", "/");
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(page.body()).contains("role=\"alert\"").doesNotContain("made-up");
        assertThat(signIn(browser, "", "/").status()).isEqualTo(401);
        assertThat(signIn(browser, client("auditor").token(), "//evil.example").status())
                .isEqualTo(400);
        browser.cookies(at("/")).put("tracker-session", "made-up");
        assertThat(browser.get(at("/api/v1/me")).status()).isEqualTo(401);
        assertThat(browser.get(at(TestClient.PLAN + "/public")).status()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenEndsItsSession() {
        TokenFile file = new TokenFile(data);
        Instant expires = Instant.now().plus(Duration.ofHours(1));
        TokenFile.Created created =
                file.create(new Actor(Role.DEPARTMENT, "economy", "Li Hua"), Instant.now(), expires);
        await().until(() -> signIn(browser, created.token(), "/").status() == 303);
        assertThat(Instant.parse(me(browser).path("ends").asText())).isEqualTo(expires);
        assertThat(me(browser).path("user").asText()).isEqualTo("Li Hua");

        file.revoke(created.entry().id());
        await().atMost(Duration.ofSeconds(2))
                .until(() -> browser.get(at("/api/v1/me")).status() == 401);
    }

    @Test
    void anotherSitesPageWritesNothing() {
        signIn(browser, office.token(), "/");
        URI reports = at(indicator("I05") + "/reports");
        String me = at("").toString();
        assertThat(write(reports)).isEqualTo(403);
        assertThat(write(reports, "Origin", "https://evil.example")).isEqualTo(403);
        assertThat(write(reports, "Origin", "http://localhost:1")).isEqualTo(403);
        assertThat(write(reports, "Origin", "null")).isEqualTo(403);
        assertThat(write(reports, "Origin", me.replace("http:", "https:"))).isEqualTo(403);
        assertThat(write(reports, "Origin", me, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
        assertThat(write(reports, "Origin", me, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(write(reports, "Sec-Fetch-Site", "same-origin")).isEqualTo(422);
        assertThat(write(reports, "Origin", me)).isEqualTo(422);
        // Who has a token of his own is no browser that was led astray.
        TestClient.Answer program = office.post(reports.getPath(), "{}", "Origin", "http://localhost:1");
        assertThat(program.status()).as(program.toString()).isEqualTo(422);
        assertThat(browser.post(at("/logout"), Map.of(), "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(new Browser()
                        .post(at("/login"), Map.of("token", office.token()), "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(me(browser).path("role").asText()).isEqualTo("planning-office");
    }

    @Test
    void aBadBearerTokenIsNotMadeGoodByACookie() {
        signIn(browser, office.token(), "/");
        assertThat(browser.get(at("/api/v1/me"), "Authorization", "Bearer made-up")
                        .status())
                .isEqualTo(401);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void aSessionSurvivesARestart() {
        signIn(browser, client("auditor").token(), "/");
        int before = tracker.port();
        tracker.close();
        tracker = Tracker.start(Map.of("tracker.port", -1, "tracker.data", data.toString()), step -> {});
        browser.cookies(at("/")).putAll(browser.cookies(URI.create("http://localhost:" + before + "/")));
        assertThat(me(browser).path("role").asText()).isEqualTo("auditor");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void attemptsAreLimited() {
        Browser.Page page = signIn(browser, "made-up", "/");
        for (int i = 0; i < 30 && page.status() == 401; i++) {
            page = signIn(browser, "made-up", "/");
        }
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isEqualTo("60");
        assertThat(signIn(browser, office.token(), "/").status()).isEqualTo(429);
    }

    private int write(URI reports, String... headers) {
        String cookie = "tracker-session=" + browser.cookies(reports).get("tracker-session");
        String[] all = Stream.concat(Stream.of("Cookie", cookie), Arrays.stream(headers))
                .toArray(String[]::new);
        return TestClient.anonymous(tracker.port())
                .post(reports.getPath(), "{}", all)
                .status();
    }

    private Browser.Page signIn(Browser with, String token, String next) {
        return with.post(at("/login"), Map.of("token", token, "next", next));
    }

    private JsonNode me(Browser of) {
        return TestClient.parse(of.get(at("/api/v1/me")).body());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + tracker.port() + path);
    }
}
