package tracker.api.view;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The read-your-writes token: a place in one plan's log, as {@code plan@position}. */
public record PositionToken(String plan, long position) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})@(\\d{1,18})");

    /** Empty where {@code text} is not of that form. */
    public static Optional<PositionToken> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new PositionToken(matcher.group(1), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return plan + "@" + position;
    }
}
