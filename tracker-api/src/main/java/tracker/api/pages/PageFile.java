package tracker.api.pages;

import java.util.Map;
import java.util.Optional;
import tracker.streams.domain.event.Hash;

/** A file that a browser loads. {@code tag} is an entity tag, made of its bytes. */
public record PageFile(byte[] bytes, String mediaType, String tag) {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");

    static PageFile of(String name, byte[] bytes) {
        String mediaType = mediaType(name).orElseThrow(() -> new IllegalArgumentException("no page has a " + name));
        return new PageFile(bytes, mediaType, "\"" + Hash.sha256(bytes).hex().substring(0, 32) + "\"");
    }

    /** Empty for a name that no file of a page has. */
    static Optional<String> mediaType(String name) {
        return Optional.ofNullable(MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }
}
