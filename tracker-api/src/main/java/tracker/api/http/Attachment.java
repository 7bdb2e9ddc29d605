package tracker.api.http;

import java.nio.charset.StandardCharsets;

/** How a file's name is told to whoever takes the file: RFC 6266, and RFC 8187 for what is not ASCII. */
final class Attachment {
    private static final String SAFE = "-._~";

    private Attachment() {}

    /** The value of Content-Disposition. The name is one that people wrote: nothing in it reaches the header as it is. */
    static String named(String name) {
        // A name is not a path, whatever it says.
        String file = name.replace('/', '_').replace('\\', '_');
        return "attachment; filename=\"" + ascii(file) + "\"; filename*=UTF-8''" + encoded(file);
    }

    /** For those who do not know the other form. */
    private static String ascii(String name) {
        StringBuilder ascii = new StringBuilder();
        name.codePoints().forEach(c -> ascii.append(isPlain(c) || c == ' ' ? (char) c : '_'));
        return ascii.toString();
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format("%%%02X", b));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || SAFE.indexOf(c) >= 0;
    }
}
