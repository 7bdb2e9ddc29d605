package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is used to get in, rightly, wrongly or in the wrong place, stands in no log, no event and no answer. Behind HTTPS, as it is run. */
class SecretsIT {
    private static final String OUTSIDE = "https://tracker.example.org";
    private static final String LOGBACK = """
            <configuration>
              <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %-5level %logger %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="console"/></root>
              <logger name="tracker" level="DEBUG"/>
            </configuration>
            """;

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final List<String> answers = new ArrayList<>();
    private final Browser browser = new Browser();
    private int port;

    @Test
    void noneIsEverWrittenDown(@TempDir Path data, @TempDir Path home) throws Exception {
        port = TrackerProcess.freePort();
        try (ProviderProcess provider = ProviderProcess.start();
                TrackerProcess tracker = TrackerProcess.start(data, port, options(provider, home))) {
            provider.sendsBackTo(OUTSIDE + "/login/callback");
            String office = TestClient.of(port, data, "planning-office").token();
            String jwt = provider.token("economy-system");
            secrets.put("the office's token", office);
            secrets.put(
                    "the auditor's token", TestClient.of(port, data, "auditor").token());
            secrets.put("a JWT", jwt);
            secrets.put("a JWT's signature", jwt.substring(jwt.lastIndexOf('.') + 1));
            secrets.put("a refused JWT", provider.token("nobody-here"));
            secrets.put("an unknown token", "unknown-token-0123456789");
            secrets.put("the client's secret", ProviderProcess.PASSWORD);

            for (String token : List.copyOf(secrets.values())) {
                everywhere(token);
            }
            signInByToken(office);
            signInByTheProvider(provider);
            provider.close();
            everywhere(jwt);
            everywhere(ProviderProcess.newKey("x").getKeyID() + "." + jwt.substring(jwt.indexOf('.') + 1));
            answers.add(page(browser.get(at("/login/provider"))));
            answers.add(page(browser.get(at("/login/callback?code=" + secrets.get("a code") + "&state=unknown"))));

            answers.add(text(TestClient.of(port, data, "auditor").get(TestClient.PLAN + "/export?format=ndjson")));
            answers.add(text(TestClient.of(port, data, "auditor").get(TestClient.PLAN + "/events?limit=1000")));
            tracker.stop();
            String log = tracker.console();
            assertThat(log)
                    .contains("INFO  org.apache.kafka")
                    .contains("refused: ")
                    .contains("DEBUG tracker");
            secrets.forEach((name, secret) -> {
                assertThat(log).as(name).doesNotContain(secret);
                assertThat(answers).as(name).noneMatch(answer -> answer.contains(secret));
            });
            try (var files = Files.walk(data)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(one -> !one.endsWith("tokens.json"))
                        .toList()) {
                    String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    secrets.forEach((name, secret) -> assertThat(content.contains(secret))
                            .as(name + " in " + file)
                            .isFalse());
                }
            }
        }
    }

    /** In its place, and where people put it by mistake. */
    private void everywhere(String token) {
        TestClient nobody = TestClient.anonymous(port);
        // Asks what the contract does not know, and is passed over.
        TestClient stranger = TestClient.management(port);
        String reports = TestClient.PLAN + "/indicators/I01/reports";
        String basic = Base64.getEncoder().encodeToString(("user:" + token).getBytes(StandardCharsets.UTF_8));
        secrets.putIfAbsent(token + " as a password", basic);
        for (String header : List.of(
                "Bearer " + token,
                "Bearer" + token,
                "bearer  " + token,
                token,
                "Basic " + basic,
                "Bearer " + token + " x",
                "Token token=\"" + token + "\"")) {
            answers.add(text(nobody.get("/api/v1/me", "Authorization", header)));
            answers.add(text(nobody.post(reports, "{", "Authorization", header)));
            answers.add(text(
                    nobody.post(reports, "{\"period\":\"2022\",\"value\":1,\"unit\":\"t\"}", "Authorization", header)));
            answers.add(text(stranger.get("/nowhere", "Authorization", header)));
        }
        answers.add(text(nobody.get(TestClient.PLAN + "/events?access_token=" + token)));
        answers.add(text(stranger.get(TestClient.PLAN + "/public?token=" + token)));
        answers.add(text(stranger.get("/login?token=" + token)));
        answers.add(
                text(nobody.get(TestClient.PLAN + "/indicators?limit=" + token, "Authorization", "Bearer " + token)));
        for (String body :
                List.of("{\"token\":\"" + token + "\"}", "{\"token\":" + token, "\"" + token + "\"", token)) {
            answers.add(text(nobody.post(reports, body)));
            answers.add(text(nobody.post(reports, body, "Authorization", "Bearer " + token)));
            answers.add(text(nobody.post(TestClient.PLAN + "/feedback", body)));
        }
        answers.add(text(nobody.get("/api/v1/me", "Cookie", "__Host-tracker-session=" + token)));
        answers.add(text(nobody.get("/api/v1/me", "Cookie", "a=\"" + token + "; ;=" + token)));
        answers.add(page(new Browser().post(at("/login"), Map.of("token", token + "x"), "Origin", OUTSIDE)));
        answers.add(page(new Browser().post(at("/login"), Map.of("token", token), "Origin", "https://evil.example")));
    }

    private void signInByToken(String token) {
        Browser.Page page = browser.post(at("/login"), Map.of("token", token), "Origin", OUTSIDE);
        assertThat(page.status()).isEqualTo(303);
        remember("a session by token", "__Host-tracker-session");
        write();
        answers.add(page(browser.post(at("/logout"), Map.of(), "Origin", OUTSIDE)));
        write();
    }

    private void signInByTheProvider(ProviderProcess provider) {
        URI back = RunningProvider.throughTheProvider(browser, at("/login/provider?next=/api/v1/me"), "li-hua");
        assertThat(back.toString()).startsWith(OUTSIDE + "/login/callback?");
        secrets.put("a code", back.getRawQuery().replaceAll(".*code=([^&]*).*", "$1"));
        secrets.put("a state", back.getRawQuery().replaceAll(".*state=([^&]*).*", "$1"));
        remember("what was begun", "__Host-tracker-login");
        Browser.Page page = browser.get(at(back.getRawPath() + "?" + back.getRawQuery()));
        assertThat(page.status()).isEqualTo(303);
        remember("a session by the provider", "__Host-tracker-session");
        assertThat(browser.cookiesSet())
                .filteredOn(cookie -> cookie.startsWith("__Host-tracker"))
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure").contains("Path=/;"));
        assertThat(page.at().resolve(page.header("Location")).getPath()).isEqualTo("/api/v1/me");
        assertThat(browser.get(at("/api/v1/me")).body()).contains("li-hua");
        answers.add(page(browser.get(page.at())));
        write();
        assertThat(provider.issuer()).isNotEmpty();
    }

    /** With the session's cookie: well, badly, and as another site would. */
    private void write() {
        String cookies = "__Host-tracker-session=" + browser.cookies(at("/")).get("__Host-tracker-session");
        TestClient pages = TestClient.anonymous(port);
        String reports = TestClient.PLAN + "/indicators/I02/reports";
        answers.add(text(pages.post(reports, "{", "Cookie", cookies, "Origin", OUTSIDE)));
        answers.add(text(pages.post(
                reports,
                "{\"period\":\"2022\",\"value\":1100,\"unit\":\"亿元\"}",
                "Cookie",
                cookies,
                "Origin",
                OUTSIDE)));
        answers.add(text(pages.post(reports, "{}", "Cookie", cookies, "Origin", "https://evil.example")));
    }

    private void remember(String name, String cookie) {
        secrets.put(name, browser.cookies(at("/")).get(cookie));
    }

    private static List<String> options(ProviderProcess provider, Path home) throws IOException {
        Path logback = Files.writeString(home.resolve("logback.xml"), LOGBACK);
        List<String> options = new ArrayList<>(List.of(
                "-Dlogback.configurationFile=" + logback,
                "-Dtracker.login.address=" + OUTSIDE,
                "-Dtracker.login.attempts-per-minute=1000",
                "-Dtracker.anonymous-requests-per-second=1000"));
        RunningProvider.oidc(provider).forEach((name, value) -> options.add("-D" + name + "=" + value));
        return options;
    }

    private static String text(TestClient.Answer answer) {
        return answer.response().headers().map() + answer.toString();
    }

    private static String page(Browser.Page page) {
        return page.body();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
