package tracker.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tracker.api.view.Versioned;

/** What the conditional headers of a request ask for. */
final class Preconditions {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,18})\"?");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    /** Kept by whom it was sent to, and asked for again before each use: who may see it can change. */
    private static final String REVALIDATE = "private, no-cache";

    private Preconditions() {}

    /** The version that If-Match names; null where the header is absent or {@code *}. */
    static Long expectedVersion(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.IF_MATCH);
        if (header == null || header.trim().equals("*")) {
            return null;
        }
        Matcher matcher = VERSION.matcher(header.trim());
        if (!matcher.matches()) {
            throw new ProblemException(
                    Problem.Type.MALFORMED, "If-Match 须为单个版本，例如 \"3\"。", "If-Match takes one version, such as \"3\".");
        }
        return Long.valueOf(matcher.group(1));
    }

    /** Null where the header is absent. */
    static String idempotencyKey(HttpRequest<?> request) {
        String key = request.getHeaders().get(IDEMPOTENCY_KEY);
        if (key != null && !KEY.matcher(key).matches()) {
            throw new ProblemException(
                    Problem.Type.MALFORMED,
                    "Idempotency-Key 须为 1 至 200 个可见 ASCII 字符。",
                    "An Idempotency-Key has 1 to 200 visible ASCII characters.");
        }
        return key;
    }

    /** 200 with the state, or 304 where the caller has that version already. */
    static HttpResponse<?> answer(HttpRequest<?> request, Versioned state) {
        return answer(request, state.version(), () -> Json.ok(Fields.of(request, state.json())));
    }

    /** The same for an answer of another form, which is made only where it is sent. */
    static HttpResponse<?> answer(HttpRequest<?> request, long version, Supplier<MutableHttpResponse<?>> whole) {
        return answer(request, tag(version), whole);
    }

    /** The same for what is known by a tag of another kind than a version. */
    static HttpResponse<?> answer(HttpRequest<?> request, String tag, Supplier<MutableHttpResponse<?>> whole) {
        return answer(request, tag, REVALIDATE, whole);
    }

    /** The same for what may be kept as {@code keep} says, a Cache-Control. */
    static HttpResponse<?> answer(
            HttpRequest<?> request, String tag, String keep, Supplier<MutableHttpResponse<?>> whole) {
        boolean unchanged = known(request).anyMatch(one -> one.equals(tag) || one.equals("*"));
        return (unchanged ? HttpResponse.notModified() : whole.get())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, keep);
    }

    /** 304: the caller has what that tag names. */
    static MutableHttpResponse<?> unchanged(String tag) {
        return HttpResponse.notModified().header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, REVALIDATE);
    }

    /** The versions that the caller says it has. */
    static LongStream knownVersions(HttpRequest<?> request) {
        return known(request)
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .mapToLong(tag -> Long.parseLong(tag.group(1)));
    }

    private static Stream<String> known(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::trim)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one);
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }
}
