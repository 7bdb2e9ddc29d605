package tracker.api.settings;

import io.micronaut.core.convert.ConversionService;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tracker.streams.domain.Text;

/** What a setting's value can look like. */
sealed interface Form {
    /** From a word and what belongs to it, as the table writes it: {@code whole 1..64}, {@code span 1s..7d}, {@code flag}. */
    static Form of(String text) {
        String[] words = text.split(" ");
        return switch (words[0]) {
            case "whole" -> new Whole(Long.parseLong(bounds(words)[0]), Long.parseLong(bounds(words)[1]));
            case "span" -> new Span(span(bounds(words)[0]), span(bounds(words)[1]));
            case "bytes" -> new Bytes(Long.parseLong(words[1]));
            case "flag" -> new Flag();
            case "word" -> new Word(Pattern.compile(words[1]), words[2]);
            case "address" -> new Address(Arrays.stream(words).skip(1).collect(Collectors.toSet()));
            case "secret" -> new Secret();
            case "text" -> new Free();
            default -> throw new IllegalArgumentException("no form: " + text);
        };
    }

    /** Says what is expected, in both languages; empty where the value is of this form. */
    Optional<Text> fault(String value);

    /** Whether the value must not be shown to anybody. */
    default boolean isSecret() {
        return false;
    }

    record Whole(long least, long most) implements Form {
        @Override
        public Optional<Text> fault(String value) {
            return isWhole(value) ? Optional.empty() : expected("%d 至 %d 的整数", "a whole number, %d to %d", least, most);
        }

        private boolean isWhole(String value) {
            try {
                long number = Long.parseLong(value);
                return number >= least && number <= most;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }
    }

    /** A time span as Micronaut reads it: 250ms, 10s, 5m, 7d. */
    record Span(Duration least, Duration most) implements Form {
        @Override
        public Optional<Text> fault(String value) {
            boolean fits = ConversionService.SHARED
                    .convert(value, Duration.class)
                    .filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0)
                    .isPresent();
            return fits
                    ? Optional.empty()
                    : expected(
                            "%s 至 %s 的时长，如 250ms、10s、5m、7d",
                            "a time from %s to %s, such as 250ms, 10s, 5m or 7d", word(least), word(most));
        }

        private static String word(Duration span) {
            if (span.toDaysPart() > 0) {
                return span.toDays() + "d";
            }
            return span.toMillisPart() > 0 ? span.toMillis() + "ms" : span.toSeconds() + "s";
        }
    }

    record Bytes(long least) implements Form {
        private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KB|MB|GB)?", Pattern.CASE_INSENSITIVE);

        @Override
        public Optional<Text> fault(String value) {
            return size(value) >= least
                    ? Optional.empty()
                    : expected(
                            "不小于 %d 字节的大小，如 500KB、50MB", "a size of at least %d bytes, such as 500KB or 50MB", least);
        }

        private static long size(String value) {
            Matcher matcher = SIZE.matcher(value);
            if (!matcher.matches()) {
                return -1;
            }
            int unit = matcher.group(2) == null
                    ? 0
                    : "BKMG".indexOf(matcher.group(2).toUpperCase(Locale.ROOT).charAt(0));
            return Long.parseLong(matcher.group(1)) << (10 * unit);
        }
    }

    record Flag() implements Form {
        @Override
        public Optional<Text> fault(String value) {
            return Set.of("true", "false").contains(value)
                    ? Optional.empty()
                    : expected("true 或 false", "true or false");
        }
    }

    /** {@code example} shows what is meant where the pattern is not met. */
    record Word(Pattern pattern, String example) implements Form {
        @Override
        public Optional<Text> fault(String value) {
            return pattern.matcher(value).matches()
                    ? Optional.empty()
                    : expected("形如 %s 的文本", "a text such as %s", example);
        }
    }

    record Address(Set<String> schemes) implements Form {
        @Override
        public Optional<Text> fault(String value) {
            return isAddress(value)
                    ? Optional.empty()
                    : expected(
                            "以 %s 开头的网址",
                            "an address that begins with %s",
                            String.join(" / ", schemes.stream().sorted().toList()) + "://");
        }

        private boolean isAddress(String value) {
            try {
                URI uri = new URI(value);
                return uri.getHost() != null && uri.getUserInfo() == null && schemes.contains(uri.getScheme());
            } catch (URISyntaxException notAnAddress) {
                return false;
            }
        }
    }

    record Free() implements Form {
        @Override
        public Optional<Text> fault(String value) {
            return value.isBlank() ? expected("非空文本", "a text that is not empty") : Optional.empty();
        }
    }

    record Secret() implements Form {
        @Override
        public Optional<Text> fault(String value) {
            return value.isBlank() ? expected("非空文本", "a text that is not empty") : Optional.empty();
        }

        @Override
        public boolean isSecret() {
            return true;
        }
    }

    private static Optional<Text> expected(String zh, String en, Object... values) {
        return Optional.of(new Text("须为" + zh.formatted(values), "must be " + en.formatted(values)));
    }

    private static String[] bounds(String... words) {
        return words[1].split("\\.\\.");
    }

    private static Duration span(String text) {
        return ConversionService.SHARED.convertRequired(text, Duration.class);
    }
}
