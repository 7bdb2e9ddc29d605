package tracker.api.pages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The modules of others, as Maven brings them: each jar says in its {@code META-INF/importmap.json} by which names its modules are
 * imported. Their paths hold their version, so what is under one never changes.
 */
@Singleton
public final class BrowserModules {
    private static final String MAP = "META-INF/importmap.json";
    /** Where the jars' maps say that their modules are, and where they are in the jars. */
    private static final String STATIC = "/_static/";

    private static final String IN_JAR = "/META-INF/resources/_static/";
    private static final Pattern NAME = Pattern.compile("(@?[\\w.-]+/)+[\\w.-]+\\.js");

    private final SortedMap<String, String> imports = new TreeMap<>();

    BrowserModules() {
        ObjectMapper json = new ObjectMapper();
        try {
            for (URL map :
                    Collections.list(BrowserModules.class.getClassLoader().getResources(MAP))) {
                imports.putAll(json.readValue(map, new TypeReference<Map<String, Map<String, String>>>() {})
                        .get("imports"));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(MAP, cause);
        }
    }

    /** Each name that may be imported, and the module's path under {@code base}, which ends with a slash. */
    public SortedMap<String, String> imports(String base) {
        SortedMap<String, String> at = new TreeMap<>();
        imports.forEach((name, path) -> at.put(name, base + path.substring(STATIC.length())));
        return at;
    }

    /** By its path under the base; empty for what is no module of those that may be imported. */
    public Optional<PageFile> find(String name) {
        if (!NAME.matcher(name).matches() || imports.values().stream().noneMatch((STATIC + name)::startsWith)) {
            return Optional.empty();
        }
        try (InputStream in = BrowserModules.class.getResourceAsStream(IN_JAR + name)) {
            return in == null ? Optional.empty() : Optional.of(PageFile.of(name, in.readAllBytes()));
        } catch (IOException cause) {
            throw new UncheckedIOException(name, cause);
        }
    }
}
