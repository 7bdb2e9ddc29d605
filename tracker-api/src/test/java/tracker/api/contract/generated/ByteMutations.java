package tracker.api.contract.generated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import tracker.api.contract.generated.Call.Expected;

/** The body's bytes are not those that were meant, or are said to be something else. */
final class ByteMutations implements Mutation {
    private static final int PACKED = 4 << 20;
    private static final List<String> TYPES = List.of(
            "text/plain",
            "text/html",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-16",
            "application/JSON",
            "application/problem+json",
            "application/octet-stream",
            "text/csv",
            "json",
            "*/*",
            "application/",
            "a/b;=",
            ";",
            "application/json, text/csv",
            "application/x-ndjson",
            "application/avro",
            "application/zip",
            "x".repeat(500));

    @Override
    public Call of(ApiOperation operation, Call allowed, Draws draws) {
        byte[] body = allowed.body();
        if (body == null) {
            return draws.chance(0.5)
                    ? null
                    : allowed.withHeader("Content-Type", draws.one(TYPES))
                            .withBody(draws.bytes(draws.below(64)))
                            .as(Expected.EITHER, "a body where there is none");
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        boolean isJson = "application/json".equals(allowed.header("Content-Type"));
        Expected ifJson = isJson && body.length > 2 ? Expected.REFUSED : Expected.EITHER;
        return switch (draws.below(14)) {
            case 0 -> allowed.withBody(new byte[0]).as(Expected.EITHER, "an empty body");
            case 1 -> allowed.withBody(null).as(Expected.EITHER, "no body");
            case 2 ->
                allowed.withBody(Arrays.copyOf(body, draws.below(body.length + 1)))
                        .as(Expected.EITHER, "cut off");
            case 3 -> latin(allowed, "\u00ef\u00bb\u00bf" + text).as(Expected.EITHER, "a byte order mark");
            case 4 ->
                allowed.withBody(new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))
                        .as(ifJson, "in UTF-16");
            case 5 -> latin(allowed, broken(text, draws)).as(Expected.EITHER, "broken UTF-8");
            case 6 ->
                latin(allowed, text + draws.one(List.of("{}", "x", "]", "\u0000", "\n1")))
                        .as(ifJson, "more behind it");
            case 7 ->
                latin(allowed, text.replaceFirst("^\\{(\"[^\"]*\":)", "{$1null,$1"))
                        .as(text.startsWith("{\"") ? ifJson : Expected.EITHER, "a field twice");
            case 8 -> latin(allowed, "[" + text + "]").as(ifJson, "in a list");
            case 9 ->
                allowed.withBody(packed(draws.chance(0.3) ? new byte[PACKED] : body))
                        .withHeader(
                                "Content-Encoding", draws.one(List.of("gzip", "x-gzip", "gzip, gzip", "deflate", "br")))
                        .as(Expected.EITHER, "packed unasked");
            case 10 -> allowed.withoutHeader("Content-Type").as(Expected.EITHER, "of no type");
            case 11 -> allowed.withBody(draws.bytes(draws.below(2_000))).as(ifJson, "bytes by chance");
            default -> {
                String type = draws.one(TYPES);
                yield allowed.withHeader("Content-Type", type).as(Expected.EITHER, "said to be " + type);
            }
        };
    }

    private static String broken(String text, Draws draws) {
        String bad = draws.one(List.of(
                "\u00c0\u0080",
                "\u00ff\u00fe",
                "\u00ed\u00a0\u0080",
                "\u0080",
                "\u00f4\u0090\u0080\u0080",
                "\u00e4\u00b8"));
        int at = text.indexOf('"') + 1;
        return text.substring(0, at) + bad + text.substring(at);
    }

    private static Call latin(Call allowed, String bytes) {
        return allowed.withBody(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
