package tracker.api.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import tracker.api.words.Language;
import tracker.streams.domain.event.Hash;

/** The one HTML page in which the others are shown. It holds no figures: the scripts ask the API for them, with the rights of whoever looks. */
@Singleton
public final class Shell {
    /** Where {@link OwnFiles} and {@link BrowserModules} are served. */
    public static final String FILES = "/assets/";

    public static final String MODULES = "/modules/";

    private final PebbleTemplate template;
    private final String files;
    private final String importMap;

    Shell(OwnFiles own, BrowserModules modules) {
        ClasspathLoader loader = new ClasspathLoader(Shell.class.getClassLoader());
        loader.setPrefix("pages");
        loader.setSuffix(".html");
        template = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .build()
                .getTemplate("shell");
        files = FILES + own.version() + "/";
        try {
            importMap = new ObjectMapper().writeValueAsString(Map.of("imports", modules.imports(MODULES)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** {@code known}: whether somebody is signed in, who the scripts then ask for. */
    public String html(Language language, boolean known) {
        StringWriter page = new StringWriter();
        try {
            template.evaluate(
                    page,
                    Map.of("language", language.label(), "known", known, "files", files, "importMap", importMap),
                    language.locale());
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return page.toString();
    }

    /** Nothing runs, is shown or is asked but from here; the map of imports is the one script within the page. */
    public String policy() {
        return "default-src 'none'; script-src 'self' 'sha256-"
                + Base64.getEncoder().encodeToString(Hash.sha256(importMap).bytes())
                + "'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
