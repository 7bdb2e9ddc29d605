package tracker.streams.domain.command;

import java.util.List;

/** What a text that people write may hold. */
final class Texts {
    private Texts() {}

    /** A null text passes. Line ends and tabs are allowed; other control characters and direction overrides are not. */
    static void check(List<FieldError> errors, String pointer, String text, int limit) {
        if (text == null) {
            return;
        }
        if (text.codePointCount(0, text.length()) > limit) {
            errors.add(
                    FieldError.of(pointer, "too-long", "最多 " + limit + " 个字符。", "At most " + limit + " characters."));
        }
        if (text.codePoints().anyMatch(Texts::isHidden)) {
            errors.add(hidden(pointer));
        }
    }

    /** As {@link #check}, of a text that must be there and say something. */
    static void require(List<FieldError> errors, String pointer, String text, int limit) {
        if (text == null || text.isBlank()) {
            errors.add(FieldError.of(pointer, "required", "必填。", "It is required."));
        }
        check(errors, pointer, text, limit);
    }

    /** As {@link #require}, of a text in one line: no line ends and tabs either. */
    static void requireLine(List<FieldError> errors, String pointer, String text, int limit) {
        require(errors, pointer, text, limit);
        if (text != null && text.chars().anyMatch(Texts::isLayout)) {
            errors.add(hidden(pointer));
        }
    }

    private static FieldError hidden(String pointer) {
        return FieldError.of(pointer, "control-characters", "含有控制字符。", "It has control characters.");
    }

    private static boolean isLayout(int c) {
        return c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isHidden(int c) {
        boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean unpaired = c >= 0xD800 && c <= 0xDFFF;
        return (Character.isISOControl(c) && !isLayout(c)) || override || unpaired;
    }
}
