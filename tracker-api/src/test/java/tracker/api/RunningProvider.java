package tracker.api;

import java.net.URI;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A tracker beside an identity provider, as an organisation has them. */
abstract class RunningProvider extends RunningTracker {
    ProviderProcess provider;

    @Override
    Map<String, Object> settings() {
        provider = ProviderProcess.start();
        return oidc(provider);
    }

    static Map<String, Object> oidc(ProviderProcess provider) {
        return Map.of(
                "tracker.oidc.issuer", provider.issuer(),
                "tracker.oidc.audience", "tracker-api",
                "tracker.oidc.role-claim", "realm_access.roles",
                "tracker.oidc.roles.planning-office", "tracker-office,tracker-chief",
                "tracker.oidc.roles.department", "tracker-department",
                "tracker.oidc.roles.auditor", "tracker-auditor",
                "tracker.oidc.client-id", "tracker",
                "tracker.oidc.client-secret", ProviderProcess.PASSWORD,
                "tracker.oidc.keys-at-most-every", "1s");
    }

    @BeforeAll
    void introduce() {
        provider.sendsBackTo(at("/login/callback").toString());
    }

    @AfterAll
    void stopProvider() {
        provider.close();
    }

    URI at(String path) {
        return URI.create("http://localhost:" + tracker.port() + path);
    }

    TestClient bearing(String token) {
        return TestClient.bearing(tracker.port(), token);
    }

    /** From {@code begin}, where the tracker sends one to the provider, through its page to where it sends one back. */
    static URI throughTheProvider(Browser browser, URI begin, String user) {
        Browser.Page page = browser.get(begin);
        page = browser.get(page.location());
        page = browser.get(page.location());
        String csrf = Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
        page = browser.post(page.at(), Map.of("username", user, "password", ProviderProcess.PASSWORD, "_csrf", csrf));
        return browser.get(page.location()).location();
    }
}
