package tracker.api.contract.generated;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One request, byte for byte, and what is known of it. {@code target} and header values are in characters that are bytes; {@code body} may be null. */
public record Call(
        String method,
        String target,
        List<Header> headers,
        byte[] body,
        Caller caller,
        Expected expected,
        String what) {
    private static final int SHOWN = 1_500;

    /** What the contract says of it before it is sent. */
    public enum Expected {
        /** The contract allows it: it is not refused for its form. */
        ALLOWED,
        /** It may not be accepted, though no schema could say so. */
        REFUSED,
        /** The schemas say whether it may be accepted. */
        EITHER
    }

    public Call as(Expected other, String mutation) {
        return new Call(method, target, headers, body, caller, other, what + ", " + mutation);
    }

    public Call withTarget(String other) {
        return new Call(method, other, headers, body, caller, expected, what);
    }

    public Call withMethod(String other) {
        return new Call(other, target, headers, body, caller, expected, what);
    }

    public Call withBody(byte[] other) {
        return new Call(method, target, headers, other, caller, expected, what);
    }

    /** In the place of those of that name. */
    public Call withHeader(String name, String value) {
        List<Header> all = without(name);
        all.add(new Header(name, value));
        return new Call(method, target, all, body, caller, expected, what);
    }

    /** Beside those of that name. */
    public Call withMore(String name, String value) {
        List<Header> all = new ArrayList<>(headers);
        all.add(new Header(name, value));
        return new Call(method, target, all, body, caller, expected, what);
    }

    public Call withoutHeader(String name) {
        return new Call(method, target, without(name), body, caller, expected, what);
    }

    public String header(String name) {
        return headers.stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    private List<Header> without(String name) {
        return headers.stream()
                .filter(one -> !one.name().equalsIgnoreCase(name))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** As it is sent, but for the token, which is its holder's name, and for the end of what is very long. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[" + what + "; " + expected + "; by " + caller.name() + "]\n");
        text.append(method).append(' ').append(shown(target)).append(" HTTP/1.1\n");
        headers.forEach(one ->
                text.append(one.name()).append(": ").append(shown(one.value())).append('\n'));
        if (body != null) {
            text.append('\n').append(shown(new String(body, StandardCharsets.ISO_8859_1)));
        }
        return text.toString();
    }

    private static String shown(String bytes) {
        StringBuilder shown = new StringBuilder();
        bytes.chars().limit(SHOWN).forEach(one -> {
            if (one >= ' ' && one < 0x7F) {
                shown.append((char) one);
            } else {
                shown.append("\\x%02x".formatted(one));
            }
        });
        return bytes.length() <= SHOWN ? shown.toString() : shown + "… (" + bytes.length() + " bytes)";
    }
}
