package tracker.api.words;

import java.util.Locale;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;

/** What a page is written in. */
public enum Language implements Labelled {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    @Override
    public String label() {
        return Labelled.fromName(this);
    }

    public Locale locale() {
        return locale;
    }

    /** A text that has nothing in this language is given in the other one. */
    public String of(Text text) {
        String own = this == ZH ? text.zh() : text.en();
        return own.isBlank() ? (this == ZH ? text.en() : text.zh()) : own;
    }

    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }
}
