package tracker.api.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tracker.api.words.Language;
import tracker.api.words.Words;
import tracker.streams.domain.event.Hash;

/** Writes an assessment's report as an HTML page that needs nothing but itself: no script, no font, no picture, no other address. */
@Singleton
public final class AssessmentPage {
    private static final String STYLE = "/report/report.css";

    private final PebbleTemplate template;
    private final String style;
    private final String policy;

    AssessmentPage() {
        ClasspathLoader loader = new ClasspathLoader(AssessmentPage.class.getClassLoader());
        loader.setPrefix("report");
        loader.setSuffix(".html");
        template = new PebbleEngine.Builder()
                .loader(loader)
                .strictVariables(true)
                .extension(new PageFilters(Words.read(Words.TERMS, "/report/words.csv")))
                .build()
                .getTemplate("page");
        style = resource(STYLE);
        policy = "default-src 'none'; style-src 'sha256-" + sha256(style) + "'; base-uri 'none'; form-action 'none'";
    }

    public String render(AssessmentReport report, Language language) {
        StringWriter page = new StringWriter();
        try {
            template.evaluate(
                    page,
                    Map.of("report", report, "language", language.label(), "style", style, "policy", policy),
                    language.locale());
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return page.toString();
    }

    /** The Content-Security-Policy under which the page shows whole: its one style sheet, known by its hash, and nothing else. */
    public String policy() {
        return policy;
    }

    private static String resource(String name) {
        try (InputStream in = AssessmentPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException cause) {
            throw new UncheckedIOException(name, cause);
        }
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Hash.sha256(text).bytes());
    }
}
