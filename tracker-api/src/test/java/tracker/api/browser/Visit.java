package tracker.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody at the pages, in a browser with nothing in it. What the browser complains of fails the test when the visit ends. */
final class Visit implements AutoCloseable {
    static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final BrowserContext context;
    private final Page page;
    private final Look look;
    private final RunningPages pages;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    /** Whether the page is looked through at the moment, by tools that try what a page may not do. */
    private boolean inspected;

    private Visit(BrowserContext context, Look look, RunningPages pages) {
        this.pages = pages;
        this.context = context;
        this.look = look;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (!inspected && (message.type().equals("error") || message.type().equals("warning"))) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(complaints::add);
    }

    static Visit begin(RunningPages pages, String who, Look look) {
        BrowserContext context = pages.browser().newContext(look.context(pages.address()));
        context.setDefaultTimeout(RunningPages.PATIENCE.toMillis());
        Visit visit = new Visit(context, look, pages);
        return who == null ? visit : visit.signIn(who);
    }

    /** In the same browser, with all that lies in it. */
    Visit signIn(String who) {
        int status = context.request()
                .post(
                        "/login",
                        RequestOptions.create()
                                .setHeader("Origin", pages.address())
                                .setMaxRedirects(0)
                                .setForm(FormData.create().set("token", pages.token(who))))
                .status();
        assertThat(status).as("signing in").isEqualTo(303);
        return this;
    }

    /** Loads it, and waits until nothing is waited for. */
    Visit go(String path) {
        Response response = page.navigate(path);
        assertThat(response.status()).as(path).isLessThan(500);
        return settled();
    }

    /** Waits until the page has what it asked for. */
    Visit settled() {
        page.locator("main h1").first().waitFor();
        PlaywrightAssertions.assertThat(page.locator("tracker-waiting")).hasCount(0);
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Look look() {
        return look;
    }

    /** By what a screen reader calls it. */
    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    /** What the browser will complain of and is meant to, such as a refusal that is provoked. */
    Visit expecting(String complaint) {
        expected.add(Pattern.compile(complaint));
        return this;
    }

    /** Keeps a picture of the whole page, and holds it against what every page must be: nobody is shut out, nothing is cut. */
    Visit looksRight(String name) {
        inspected = true;
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + look + ".png")));
        AxeResults found = new AxeBuilder(page).analyze();
        int sideways = (Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth");
        inspected = false;
        assertThat(sideways).as("scrolls sideways").isLessThanOrEqualTo(0);
        assertThat(found.getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Visit::said)
                        .toList())
                .as("what shuts people out of " + name)
                .isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(look.isChinese() ? "zh-CN" : "en");
        return this;
    }

    private static String said(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> node.getTarget() + " " + node.getFailureSummary())
                        .toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints.stream()
                        .filter(one -> expected.stream()
                                .noneMatch(pattern -> pattern.matcher(one).find()))
                        .toList())
                .as("what the browser complained of")
                .isEmpty();
    }
}
