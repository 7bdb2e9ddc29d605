package tracker.streams.domain.command;

import tracker.streams.domain.Text;

/** One fault of a request: {@code pointer} is the RFC 6901 pointer to the field, {@code code} a stable word. */
public record FieldError(String pointer, String code, Text message) {
    public static FieldError of(String pointer, String code, String zh, String en) {
        return new FieldError(pointer, code, new Text(zh, en));
    }
}
