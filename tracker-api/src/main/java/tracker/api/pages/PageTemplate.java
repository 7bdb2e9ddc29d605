package tracker.api.pages;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import tracker.api.words.Language;
import tracker.streams.domain.event.Hash;

/** A page of HTML from a folder of templates. What is put into it is escaped; what it names and is not given is an error. */
public final class PageTemplate {
    private final PebbleTemplate template;

    public PageTemplate(String folder, String name, Extension... extensions) {
        ClasspathLoader loader = new ClasspathLoader(PageTemplate.class.getClassLoader());
        loader.setPrefix(folder);
        loader.setSuffix(".html");
        template = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .extension(extensions)
                .build()
                .getTemplate(name);
    }

    public String render(Map<String, Object> values, Language language) {
        StringWriter page = new StringWriter();
        try {
            template.evaluate(page, values, language.locale());
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return page.toString();
    }

    /** How a Content-Security-Policy names a style or a script that stands in the page. */
    public static String source(String inline) {
        return "'sha256-"
                + Base64.getEncoder().encodeToString(Hash.sha256(inline).bytes()) + "'";
    }
}
