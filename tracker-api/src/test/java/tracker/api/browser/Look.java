package tracker.api.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;

/** In which language, on what screen and in which theme a page is looked at. */
record Look(String language, int width, int height, ColorScheme theme) {
    static final Look DESKTOP = new Look("zh-CN", 1280, 900, ColorScheme.LIGHT);
    static final Look PHONE = new Look("en-GB", 390, 844, ColorScheme.LIGHT);

    /** Both languages, both sizes and both themes, each with each other one at least once. */
    static Stream<Look> all() {
        return Stream.of(
                DESKTOP,
                PHONE,
                new Look("en-GB", 1280, 900, ColorScheme.DARK),
                new Look("zh-CN", 390, 844, ColorScheme.DARK));
    }

    /** Each language, size and theme once. */
    static Stream<Look> both() {
        return Stream.of(DESKTOP, new Look("en-GB", 390, 844, ColorScheme.DARK));
    }

    boolean isChinese() {
        return language.startsWith("zh");
    }

    boolean isPhone() {
        return width < 768;
    }

    /** Whichever this look's language is. */
    String say(String zh, String en) {
        return isChinese() ? zh : en;
    }

    Browser.NewContextOptions context(String address) {
        return new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale(language)
                .setViewportSize(width, height)
                .setHasTouch(isPhone())
                .setColorScheme(theme)
                // Not the plan's: a page that forgets the plan's zone is found out.
                .setTimezoneId("America/New_York");
    }

    @Override
    public String toString() {
        return (isChinese() ? "zh" : "en") + "-" + (isPhone() ? "phone" : "desktop") + "-"
                + (theme == ColorScheme.DARK ? "dark" : "light");
    }
}
