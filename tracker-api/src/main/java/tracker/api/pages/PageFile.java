package tracker.api.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tracker.streams.domain.event.Hash;

/** A file that a browser loads. Its media type is that of its name; {@code tag} is an entity tag, made of its bytes. */
public record PageFile(byte[] bytes, String mediaType, String tag) {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "yml", "application/yaml",
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");

    static PageFile of(String name, byte[] bytes) {
        String mediaType = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (mediaType == null) {
            throw new IllegalArgumentException("no page has a " + name);
        }
        return new PageFile(bytes, mediaType, "\"" + Hash.sha256(bytes).hex().substring(0, 32) + "\"");
    }

    /** From the class path, such as {@code /docs/docs.html}. */
    public static PageFile resource(String path) {
        try (InputStream in = PageFile.class.getResourceAsStream(path)) {
            return of(path, in.readAllBytes());
        } catch (IOException cause) {
            throw new UncheckedIOException(path, cause);
        }
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
