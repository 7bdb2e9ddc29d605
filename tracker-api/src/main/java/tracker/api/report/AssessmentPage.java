package tracker.api.report;

import jakarta.inject.Singleton;
import java.util.Map;
import tracker.api.pages.PageFile;
import tracker.api.pages.PageTemplate;
import tracker.api.words.Language;
import tracker.api.words.Words;

/** Writes an assessment's report as an HTML page that needs nothing but itself: no script, no font, no picture, no other address. */
@Singleton
public final class AssessmentPage {
    private final PageTemplate template =
            new PageTemplate("report", "page", new PageFilters(Words.read(Words.TERMS, "/report/words.csv")));
    private final String style = PageFile.resource("/report/report.css").text();
    private final String policy =
            "default-src 'none'; style-src " + PageTemplate.source(style) + "; base-uri 'none'; form-action 'none'";

    public String render(AssessmentReport report, Language language) {
        return template.render(
                Map.of("report", report, "language", language.label(), "style", style, "policy", policy), language);
    }

    /** The Content-Security-Policy under which the page shows whole: its one style sheet, known by its hash, and nothing else. */
    public String policy() {
        return policy;
    }
}
