package tracker.api.cli;

import java.util.Map;
import java.util.stream.Stream;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;

/** What messages and problems are in. */
enum Language implements Labelled {
    ZH,
    EN;

    /** As the environment of a terminal says it, by the first of its variables that is set; English where none is. */
    static Language of(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.startsWith("zh"))
                .map(chinese -> ZH)
                .orElse(EN);
    }

    String of(Text text) {
        return this == ZH ? text.zh() : text.en();
    }

    @Override
    public String label() {
        return Labelled.fromName(this);
    }
}
