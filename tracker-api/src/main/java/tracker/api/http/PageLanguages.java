package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import tracker.api.words.Language;
import tracker.streams.domain.Labelled;

/** In which language a page is. */
final class PageLanguages {
    private PageLanguages() {}

    /** As the address says, else as the reader prefers, else the language that the plan's office writes in. */
    static Language of(HttpRequest<?> request, @Nullable String lang) {
        if (lang != null) {
            return Labelled.find(Language.class, lang)
                    .orElseThrow(() ->
                            new ProblemException(Problem.Type.MALFORMED, "lang 须为 zh 或 en。", "lang is zh or en."));
        }
        boolean preferred = request.getHeaders().contains(HttpHeaders.ACCEPT_LANGUAGE);
        return preferred && !Problems.isChinese(request) ? Language.EN : Language.ZH;
    }
}
