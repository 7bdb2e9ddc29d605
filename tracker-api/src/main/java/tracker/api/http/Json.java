package tracker.api.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers made of JSON that is already written. */
final class Json {
    private Json() {}

    static MutableHttpResponse<byte[]> ok(byte[] json) {
        return HttpResponse.ok(json).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** {@code {"items": […], "next": "…"}}; next is left out where it is null. */
    static byte[] page(List<byte[]> items, String next) {
        return page(bytes("{}"), items, next);
    }

    /** The same with the fields of {@code head}, a JSON object, before the items. */
    static byte[] page(byte[] head, List<byte[]> items, String next) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Its closing brace is the page's.
        out.write(head, 0, head.length - 1);
        out.writeBytes(bytes(head.length > 2 ? ",\"items\":[" : "\"items\":["));
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(items.get(i));
        }
        // A cursor is base64url or a number: nothing in it needs escaping.
        out.writeBytes(bytes(next == null ? "]}" : "],\"next\":\"" + next + "\"}"));
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
