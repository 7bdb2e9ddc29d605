package tracker.api.browser;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test of pages. Where no browser is installed it is skipped, and says so. */
abstract class PageTest {
    static final String DEMO = "/plans/demo-changsha-hitech-14fyp";
    static final String REAL = "/plans/changsha-hitech-14fyp";

    static final String OFFICE = "planning-office";
    static final String DASHBOARD = "dashboard";
    static final String AUDITOR = "auditor";
    static final String ECONOMY = "department:economy";
    /** Nobody known. */
    static final String ANYBODY = null;

    @RegisterExtension
    static final Started STARTED = new Started();

    static final class Started implements BeforeAllCallback {
        private RunningPages pages;

        @Override
        public void beforeAll(ExtensionContext context) {
            var chromium = RunningPages.chromium();
            Assumptions.assumeTrue(
                    chromium.isPresent(),
                    "no browser is installed (apt-get install chromium-headless-shell, or name one by TRACKER_CHROMIUM)");
            pages = context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            RunningPages.class, key -> new RunningPages(chromium.get()), RunningPages.class);
        }
    }

    static RunningPages pages() {
        return STARTED.pages;
    }

    /** A browser of its own, in which {@code who}, a name in tokens.json or {@link #ANYBODY}, is signed in and looks at {@code path}. */
    static Visit visit(String who, Look look, String path) {
        return Visit.begin(pages(), who, look).go(path);
    }
}
