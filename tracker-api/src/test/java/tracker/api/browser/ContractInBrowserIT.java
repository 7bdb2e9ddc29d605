package tracker.api.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The contract as somebody reads and tries it who writes a client. */
class ContractInBrowserIT extends PageTest {
    @Test
    void anOperationIsFoundAndTriedWithATokenThatIsPasted() {
        try (Visit visit = Visit.begin(pages(), ANYBODY, Look.DESKTOP)) {
            visit.page().navigate("/docs");
            visit.page().locator(".opblock-tag-section").first().waitFor();
            visit.button("Authorize").first().click();
            visit.page().locator("#auth-bearer-value").fill(pages().token(DASHBOARD));
            visit.page()
                    .locator(".auth-container:has(#auth-bearer-value) button[type=submit]")
                    .click();
            visit.page().locator(".btn-done").first().click();

            visit.page().locator("#operations-tag-access").click();
            visit.page().locator("#operations-access-getMe").click();
            visit.page().locator("#operations-access-getMe .execute").click();
            assertThat(visit.page()
                            .locator("#operations-access-getMe .live-responses-table .response-col_status")
                            .last())
                    .containsText("200");
            assertThat(visit.page().locator("#operations-access-getMe .live-responses-table"))
                    .containsText(Pattern.compile("\"role\":\\s*\"dashboard\""));
        }
    }
}
