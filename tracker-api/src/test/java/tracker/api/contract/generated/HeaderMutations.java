package tracker.api.contract.generated;

import java.util.List;
import java.util.Map;
import tracker.api.contract.generated.Call.Expected;

/** A header says what it should not. */
final class HeaderMutations implements Mutation {
    private static final List<String> ANYWHERE = List.of(
            "",
            " ",
            "\"",
            "\u00e4\u00b8\u00ad",
            "x".repeat(3_000),
            "*",
            "0",
            "-1",
            "a,b;c=d",
            "%00",
            "${jndi:ldap://x}",
            "\"\"\"");
    private static final Map<String, List<String>> OWN = Map.ofEntries(
            Map.entry(
                    "If-Match",
                    List.of("\"999999999999999999999\"", "W/\"1\"", "\"1\", \"2\"", "1x", "\"-1\"", "\"1", "*, 1")),
            Map.entry(
                    "If-None-Match",
                    List.of("*", "W/\"1\"", "\"1\",\"2\",\"3\"", "\"" + "9".repeat(400) + "\"", "1,,,", "\"-5\"")),
            Map.entry("Idempotency-Key", List.of("a b", "x".repeat(201), "\u00e9", "x".repeat(200), "~!@#")),
            Map.entry(
                    "Tracker-Position",
                    List.of(
                            "x",
                            "changsha-hitech-14fyp@999999999999",
                            "changsha-hitech-14fyp@-1",
                            "@1",
                            "a@b@1",
                            "other@1",
                            "../x@1")),
            Map.entry(
                    "Prefer",
                    List.of(
                            "respond-async, wait=0",
                            "wait=-1",
                            "wait=x",
                            "wait=99999999999999",
                            "respond-async; foo=\"",
                            "return=minimal")),
            Map.entry(
                    "Accept",
                    List.of(
                            "text/html",
                            "application/xml",
                            "*/*;q=0",
                            "application/json;q=2",
                            "///",
                            "text/event-stream",
                            "image/png",
                            "a")),
            Map.entry(
                    "Accept-Language", List.of("fr", "zh;q=0", "*", "zh-Hant-TW, en;q=x", "x".repeat(900), "-", ";;;")),
            Map.entry("Accept-Encoding", List.of("br", "gzip;q=0", "*;q=0", "identity;q=0", "zstd, x;;q=1")),
            Map.entry("Accept-Charset", List.of("utf-16", "x")),
            Map.entry("Range", List.of("bytes=0-1", "bytes=-1", "bytes=9-1", "bytes=0-0,1-1", "lines=1-2")),
            Map.entry("Last-Event-ID", List.of("-1", "x", "99999999999999999999", "1.5", "9223372036854775807")),
            Map.entry("If-Modified-Since", List.of("yesterday", "Thu, 01 Jan 1970 00:00:00 GMT")),
            Map.entry(
                    "Authorization",
                    List.of(
                            "Bearer",
                            "Bearer ",
                            "bearer x",
                            "Basic eDp5",
                            "Bearer a b",
                            "Digest x",
                            "Bearer " + "x".repeat(5_000),
                            "Bearer eyJhbGciOiJub25lIn0.e30.")),
            Map.entry(
                    "Cookie",
                    List.of(
                            "tracker-session=",
                            "tracker-session=x; tracker-session=y",
                            "=",
                            "tracker-session=%00",
                            "a=b; ; ;c")),
            Map.entry("Origin", List.of("null", "https://evil.example", "://", "http://localhost:1")),
            Map.entry("Content-Digest", List.of("sha-256=:AAAA:", "sha-256=x", "md5=:AAAA:")),
            Map.entry("Repr-Digest", List.of("sha-256=:AAAA:", "sha-256=::", "sha-512=:!!:")),
            Map.entry("X-Forwarded-For", List.of("1.2.3.4", "x".repeat(300))),
            Map.entry("X-Forwarded-Host", List.of("evil.example")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE")),
            Map.entry("X-Request-Id", List.of("x".repeat(500), "a b", "<script>")),
            Map.entry("traceparent", List.of("00-0-0-0", "ff-" + "f".repeat(32) + "-" + "f".repeat(16) + "-01", "x")),
            Map.entry("Content-Encoding", List.of("gzip", "identity", "x")),
            Map.entry("Content-Language", List.of("xx")),
            Map.entry("Forwarded", List.of("for=\"_x\"", ";")));
    private static final List<String> NAMES = OWN.keySet().stream().sorted().toList();

    @Override
    public Call of(ApiOperation operation, Call allowed, Draws draws) {
        List<String> own = operation.parameters("header").stream()
                .map(parameter -> parameter.path("name").asText())
                .toList();
        String name = draws.one(own.isEmpty() || draws.chance(0.5) ? NAMES : own);
        String value = draws.one(draws.chance(0.25) || !OWN.containsKey(name) ? ANYWHERE : OWN.get(name));
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        Call changed = draws.chance(0.1)
                ? allowed.withMore(name, value).withMore(name, value)
                : allowed.withHeader(name, value);
        return changed.as(Expected.EITHER, name + " is " + shown);
    }
}
