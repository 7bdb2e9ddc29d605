package tracker.api.blobs;

import java.util.regex.Pattern;

/**
 * What a key looks like: names joined by slashes, each of letters, digits, dot, underscore and hyphen, that begins with a letter or digit.
 * So none climbs out of its folder, is hidden, or means something else in another store.
 */
final class BlobKeys {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,127}";
    private static final Pattern KEY = Pattern.compile(NAME + "(/" + NAME + "){0,7}");

    private BlobKeys() {}

    /** Answers {@code key}; throws where it is none. */
    static String require(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key: " + key);
        }
        return key;
    }
}
