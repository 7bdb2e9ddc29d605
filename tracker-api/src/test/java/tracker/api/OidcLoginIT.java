package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in to the pages by a real provider: there, through its own page, and back. */
class OidcLoginIT extends RunningProvider {
    private static final String BEGIN = "/login/provider?next=/api/v1/me";

    @Test
    void thereAndBackAndOut() {
        Browser browser = new Browser();
        Browser.Page page = browser.get(at("/login?lang=en&next=/api/v1/me"));
        assertThat(page.body()).contains("href=\"/login/provider?next=%2Fapi%2Fv1%2Fme\"");

        page = browser.get(throughTheProvider(browser, at(BEGIN), "li-hua"));
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo(at("/api/v1/me"));
        assertThat(browser.cookiesSet()).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("tracker-session=")
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/"));

        JsonNode me = TestClient.parse(browser.get(page.location()).body());
        assertThat(me.path("user").asText()).isEqualTo("li-hua");
        assertThat(me.path("role").asText()).isEqualTo("department");
        assertThat(me.path("department").asText()).isEqualTo("economy");
        // Spring's server lets its statement of who one is hold for half an hour; eight hours would be the tracker's
        // own limit.
        assertThat(Instant.parse(me.path("ends").asText()))
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofMinutes(30)));

        Map<String, String> before = Map.copyOf(browser.cookies(page.location()));
        assertThat(browser.post(at("/logout"), Map.of()).location()).isEqualTo(at("/login"));
        assertThat(browser.get(at("/api/v1/me")).status()).isEqualTo(401);
        browser.cookies(at("/")).putAll(before);
        assertThat(browser.get(at("/api/v1/me")).status())
                .as("a copy of the cookie")
                .isEqualTo(401);
    }

    @Test
    void aDepartmentsSessionReportsItsOwnSubjectAndNoOther() {
        Browser browser = new Browser();
        browser.get(throughTheProvider(browser, at(BEGIN), "li-hua"));
        String cookie = "tracker-session=" + browser.cookies(at("/")).get("tracker-session");
        TestClient pages = TestClient.anonymous(tracker.port());
        String origin = at("").toString();

        assertThat(pages.post(
                                indicator("I02") + "/reports",
                                report("2022", "100", "亿元"),
                                "Cookie",
                                cookie,
                                "Origin",
                                origin)
                        .status())
                .isEqualTo(201);
        TestClient.Answer anothers = pages.post(
                indicator("I20") + "/reports", report("2022", "40", "万人"), "Cookie", cookie, "Origin", origin);
        assertThat(anothers.json().path("type").asText()).isEqualTo("/problems/not-yours");
        TestClient.Answer elsewhere = pages.post(
                indicator("I01") + "/reports",
                report("2022", "3600", "亿元"),
                "Cookie",
                cookie,
                "Origin",
                "http://localhost:1");
        assertThat(elsewhere.json().path("type").asText()).isEqualTo("/problems/cross-site");
    }

    @Test
    void whoHasNoUsableRoleIsToldWhyOnThePage() {
        Browser browser = new Browser();
        Browser.Page page = browser.get(throughTheProvider(browser, at(BEGIN), "nobody-here"), "Accept-Language", "en");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("role=\"alert\"").contains("gives no role");
        assertThat(browser.cookies(at("/"))).doesNotContainKey("tracker-session");
    }

    @Test
    void onlyWhoBeganCanEndAndOnlyOnce() {
        Browser browser = new Browser();
        URI back = throughTheProvider(browser, at(BEGIN), "wang-fang");
        assertThat(new Browser().get(back).status()).as("another browser").isEqualTo(403);

        Browser careless = new Browser();
        careless.get(at(BEGIN));
        assertThat(careless.get(back).status()).as("another's answer").isEqualTo(403);
        assertThat(careless.cookies(at("/"))).doesNotContainKey("tracker-session");

        String begun = browser.cookies(at("/")).get("tracker-login");
        assertThat(browser.get(back).status()).isEqualTo(303);
        browser.cookies(at("/")).put("tracker-login", begun);
        assertThat(browser.get(back).status()).as("once more").isEqualTo(403);
        assertThat(browser.get(at("/login/callback")).status()).isEqualTo(403);
        assertThat(browser.get(at("/login/callback?error=access_denied&state=x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whereOneGoesOnIsAPageOfOurs() {
        assertThat(new Browser()
                        .get(at("/login/provider?next=https://evil.example/"))
                        .status())
                .isEqualTo(400);
        assertThat(new Browser().get(at("/login/provider?next=//evil.example/")).status())
                .isEqualTo(400);
    }

    @Test
    void theProviderIsAskedAsTheStandardsWantIt() {
        URI asked = new Browser().get(at(BEGIN)).location();
        assertThat(asked.toString())
                .startsWith(provider.issuer() + "/oauth2/authorize?")
                .contains("response_type=code")
                .contains("code_challenge_method=S256")
                .contains("code_challenge=")
                .contains("state=")
                .contains("nonce=")
                .contains("scope=openid");
    }
}
