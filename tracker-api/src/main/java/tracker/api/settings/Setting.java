package tracker.api.settings;

import java.util.Locale;
import tracker.streams.domain.Text;

/** A setting of the tracker's own. {@code unset} is what it is unless it is set, empty where it is nothing then. */
public record Setting(String name, Form form, String unset, Text meaning) {
    /** As an environment variable writes it, which has neither dots nor hyphens. */
    public static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
