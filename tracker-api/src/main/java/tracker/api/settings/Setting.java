package tracker.api.settings;

import java.util.Locale;
import tracker.streams.domain.Text;

/**
 * A setting of the tracker's own. {@code name} may end in {@code .*} for a family of them; {@code unset} is what it is unless it is set, empty
 * where it is nothing then.
 */
public record Setting(String name, Form form, String unset, Text meaning) {
    private static final String FAMILY = ".*";

    boolean covers(String other) {
        return name.endsWith(FAMILY) ? other.startsWith(name.substring(0, name.length() - 1)) : name.equals(other);
    }

    /** As an environment variable writes it, which has neither dots nor hyphens. */
    public static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
