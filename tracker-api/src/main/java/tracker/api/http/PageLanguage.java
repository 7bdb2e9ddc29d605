package tracker.api.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import tracker.api.words.Language;
import tracker.streams.domain.Labelled;

/** What a page is written in: as its address says, else as the reader prefers, else in the language that the plan's office writes in. */
final class PageLanguage {
    private PageLanguage() {}

    /** {@code lang} is what the address says, null for nothing; a MALFORMED problem where that is neither zh nor en. */
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
