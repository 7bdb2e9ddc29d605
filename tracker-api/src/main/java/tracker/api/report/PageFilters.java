package tracker.api.report;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tracker.api.words.Language;
import tracker.api.words.Words;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Text;

/** How the model's values are written, in the language of the page. What is not there is a dash. Escaping comes after, and is not theirs. */
final class PageFilters extends AbstractExtension {
    private static final String NOTHING = "—";
    /** With the offset, which a reader can reckon with, and the zone's name, which says why. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final Words words;

    PageFilters(Words words) {
        this.words = words;
    }

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of(
                "say", new Say(),
                "named", new Plain((value, language) -> language.of((Text) value)),
                "percent", new Plain((value, language) -> percent((BigDecimal) value)),
                "digits", new Plain((value, language) -> ((BigDecimal) value).toPlainString()),
                "moment", new Moment());
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /** The word of a key; with {@code of}, that of a label of that family: {@code rating | say("rating")}. {@code with} takes its place in it. */
    private final class Say implements Filter {
        @Override
        public List<String> getArgumentNames() {
            return List.of("of", "with");
        }

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            if (input == null) {
                return NOTHING;
            }
            String label = input instanceof Labelled labelled ? labelled.label() : input.toString();
            String key = args.get("of") == null ? label : args.get("of") + "." + label;
            String word = Language.of(context.getLocale()).of(words.of(key));
            return args.get("with") == null
                    ? word
                    : word.replace("{}", args.get("with").toString());
        }
    }

    /** A moment in {@code zone}, which it names. */
    private static final class Moment implements Filter {
        @Override
        public List<String> getArgumentNames() {
            return List.of("zone");
        }

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            ZoneId zone = (ZoneId) args.get("zone");
            return MOMENT.format(((Instant) input).atZone(zone)) + " (" + zone.getId() + ")";
        }
    }

    private interface Writing {
        String write(Object value, Language language);
    }

    private record Plain(Writing writing) implements Filter {
        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object apply(
                Object input, Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
            return input == null ? NOTHING : writing.write(input, Language.of(context.getLocale()));
        }
    }
}
