package tracker.api.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import tracker.api.contract.generated.Call.Expected;

/** The path or the query is not as it should be, or the method is none of the path's. */
final class TargetMutations implements Mutation {
    private static final List<String> SEGMENTS = List.of(
            "%2e%2e",
            "..",
            ".",
            "%00",
            "%2F",
            "a%2Fb",
            "I01;x=y",
            ";",
            "%",
            "%zz",
            "%C0%AF",
            "%E4%B8",
            "%E4%B8%AD",
            "\u00e4\u00b8\u00ad",
            "%0d%0aSet-Cookie:x",
            "{id}",
            "<x>",
            "a\\b",
            "%u0041",
            "I01%20",
            "",
            "I01/",
            "x".repeat(3_000),
            "%25%32%65",
            "I01%3Fx",
            "~",
            "$",
            "*",
            "%EF%BB%BF",
            "%F0%9F%98%80",
            "null",
            "-1",
            "I01:batch",
            "%7B%7D",
            "'",
            "\"",
            "|",
            "^",
            "`");
    private static final List<String> QUERIES = List.of(
            "x-unknown=1",
            "=",
            "=1",
            "&&&",
            "%zz=1",
            "x=%zz",
            "%",
            "q=%00&q=1",
            "[]=1",
            "x=" + "y".repeat(4_000),
            "a".repeat(50) + "=1",
            "?",
            "x;y",
            "%26=1",
            "\u00ff=1",
            "asOf=%20",
            "limit",
            "x=1&".repeat(300) + "x=1");
    private static final List<String> VALUES = List.of(
            "",
            "%20",
            "%00",
            "x",
            "-1",
            "0",
            "1e3",
            "99999999999999999999",
            "%EF%BC%91",
            "%C0%AF",
            "%zz",
            "true",
            "TRUE",
            "null",
            "1.0",
            "%2B1",
            "2022-13",
            "9999-12-31",
            "2030-01-01T00:00:00Z",
            "2023-01-01",
            "0000-00-00T00:00:00Z",
            "%2B999999999-12-31T23:59:59Z",
            "-id",
            "a.b.c.d.e.f",
            "id,",
            "%0a",
            "'",
            "a,b",
            "~",
            "%F0%9F%98%80",
            "W10=",
            "eyJpZCI6MX0=",
            "e30",
            "%7B%7D",
            "x".repeat(2_000));
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "FOO", "PROPFIND");

    @Override
    public Call of(ApiOperation operation, Call allowed, Draws draws) {
        return switch (draws.below(5)) {
            case 0 -> segment(allowed, draws);
            case 1 -> query(allowed, draws);
            case 2 -> method(allowed, draws);
            default -> parameter(operation, allowed, draws);
        };
    }

    private static Call segment(Call allowed, Draws draws) {
        String[] halves = allowed.target().split("\\?", 2);
        String[] segments = halves[0].split("/");
        if (segments.length < 2) {
            return null;
        }
        String segment = draws.one(SEGMENTS);
        // More often what the path names than where it stands.
        int at = draws.chance(0.7) ? segments.length - 1 : draws.between(1, segments.length - 1);
        segments[at] = draws.chance(0.3) ? segments[at] + segment : segment;
        String path = String.join("/", segments);
        return allowed.withTarget(path + (halves.length > 1 ? "?" + halves[1] : ""))
                .as(Expected.EITHER, "an odd segment");
    }

    private static Call query(Call allowed, Draws draws) {
        return allowed.withTarget(added(allowed.target(), draws.one(QUERIES))).as(Expected.EITHER, "an odd query");
    }

    private static Call parameter(ApiOperation operation, Call allowed, Draws draws) {
        List<JsonNode> parameters = operation.parameters("query");
        if (parameters.isEmpty()) {
            return query(allowed, draws);
        }
        String name = draws.one(parameters).path("name").asText();
        String value = draws.one(VALUES);
        String rest =
                allowed.target().replaceAll("(?<=[?&])" + name + "=[^&]*&?", "").replaceAll("[?&]$", "");
        String target = added(draws.chance(0.2) ? allowed.target() : rest, name + "=" + value);
        String twice = draws.chance(0.1) ? added(target, name + "=" + value) : target;
        return allowed.withTarget(twice).as(Expected.EITHER, name + " is odd");
    }

    private static Call method(Call allowed, Draws draws) {
        String method = draws.one(METHODS);
        return method.equals(allowed.method())
                ? null
                : allowed.withMethod(method).as(Expected.EITHER, "the method " + method);
    }

    private static String added(String target, String query) {
        return target + (target.contains("?") ? "&" : "?") + query;
    }
}
