package tracker.api.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Map;
import tracker.api.words.Language;

/** The one HTML page in which the others are shown. It holds no figures: the scripts ask the API for them, with the rights of whoever looks. */
@Singleton
public final class Shell {
    /** Where {@link OwnFiles} and {@link BrowserModules} are served. */
    public static final String FILES = "/assets/";

    public static final String MODULES = "/modules/";

    private final PageTemplate template = new PageTemplate("pages", "shell");
    private final String files;
    private final String importMap;

    Shell(OwnFiles own, BrowserModules modules) {
        files = FILES + own.version() + "/";
        try {
            importMap = new ObjectMapper().writeValueAsString(Map.of("imports", modules.imports(MODULES)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** {@code known}: whether somebody is signed in, who the scripts then ask for. */
    public String html(Language language, boolean known) {
        return template.render(
                Map.of("language", language.label(), "known", known, "files", files, "importMap", importMap), language);
    }

    /** Nothing runs, is shown or is asked but from here; the map of imports is the one script within the page. */
    public String policy() {
        return "default-src 'none'; script-src 'self' " + PageTemplate.source(importMap)
                + "; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
