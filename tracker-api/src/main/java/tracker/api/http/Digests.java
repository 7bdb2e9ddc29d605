package tracker.api.http;

import io.micronaut.http.HttpRequest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tracker.streams.domain.event.Hash;

/** The digest fields of RFC 9530, of which SHA-256 alone is looked at. */
final class Digests {
    static final String OF_FILE = "Repr-Digest";

    /** Of a body that is sent whole, both say the same. */
    private static final List<String> FIELDS = List.of(OF_FILE, "Content-Digest");

    private static final String ALGORITHM = "sha-256";
    private static final Pattern VALUE = Pattern.compile("\\s*:([A-Za-z0-9+/]{43}=):\\s*(;.*)?");

    private Digests() {}

    /** {@code sha256} in hexadecimal digits. */
    static String field(String sha256) {
        return ALGORITHM + "=:" + Base64.getEncoder().encodeToString(new Hash(sha256).bytes()) + ":";
    }

    /** The digest that the body is said to have, in hexadecimal digits; null where the request says none. */
    static String expected(HttpRequest<?> request) {
        List<String> named = FIELDS.stream()
                .flatMap(field -> request.getHeaders().getAll(field).stream())
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(Digests::sha256)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw malformed();
        }
        return named.isEmpty() ? null : named.get(0);
    }

    /** Null where the member is another algorithm's. */
    private static String sha256(String member) {
        int equals = member.indexOf('=');
        if (equals < 0
                || !member.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals(ALGORITHM)) {
            return null;
        }
        Matcher value = VALUE.matcher(member.substring(equals + 1));
        if (!value.matches()) {
            throw malformed();
        }
        return HexFormat.of().formatHex(Base64.getDecoder().decode(value.group(1)));
    }

    private static ProblemException malformed() {
        return new ProblemException(
                Problem.Type.MALFORMED, "摘要头须为一个 sha-256=:Base64:。", "A digest field has one sha-256=:base64: in it.");
    }
}
