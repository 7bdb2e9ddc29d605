package tracker.api.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tracker.api.contract.generated.Call.Expected;

/** One value of a body in JSON is another, is missing, or is one too many. */
final class JsonMutations implements Mutation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HERE = "@here@";
    /** Written as they stand; most are no JSON at all. */
    private static final List<String> NO_JSON = List.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "+1",
            "01",
            "1.",
            ".5",
            "0x10",
            "1e",
            "'a'",
            "undefined",
            "True",
            "\"\\x41\"",
            "\"\u0000\"",
            "\"a\nb\"",
            "\"\\uD8\"",
            "/* */ 1",
            "",
            "\"\\u0061",
            "1 2",
            "{\"a\":1,}",
            "[1,]");

    private static final List<String> OTHERS = List.of(
            "null",
            "true",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "-0",
            "-0.0",
            "0",
            "-1",
            "1e999999",
            "1e-999999",
            "1e2147483648",
            "1E400",
            "1234567890123456789012345678901",
            "0.1234567890123456789012345678901",
            "99999999999999999999",
            "2147483648",
            "1.5",
            "[[[[]]]]",
            "\"\\u0000\"",
            "\"a\\u0007b\"",
            "\"\\uD800\"",
            "\"\\uDC00\\uD800\"",
            "\"\\uFFFF\"",
            "\"\\u202E\"",
            "\"NaN\"",
            "\"1e999999\"",
            "\"../../etc/passwd\"",
            "\"'; DROP TABLE--\"",
            "\"2022-13\"",
            "\"2022-02-30\"",
            "\"9999-12-31\"",
            "\"0000\"",
            "\"-0001-01-01\"",
            "\"indicator/../I01\"",
            "\"plan/x\"",
            "\"\\u0661\\u0662\"",
            "[null]",
            "{\"\":null}",
            "{\"__proto__\":{}}",
            "[1,\"a\",{}]");

    @Override
    public Call of(ApiOperation operation, Call allowed, Draws draws) {
        if (allowed.body() == null || !"application/json".equals(allowed.header("Content-Type"))) {
            return null;
        }
        JsonNode body = parsed(allowed.body());
        if (body == null || !body.isContainerNode()) {
            return null;
        }
        List<JsonNode> containers = new ArrayList<>();
        collect(body, containers);
        JsonNode container = draws.one(containers);
        if (container.isEmpty() || draws.chance(0.1)) {
            return changed(allowed, with(body, container, "x-" + draws.below(9), draws), "a field more");
        }
        List<String> names = new ArrayList<>();
        container.fieldNames().forEachRemaining(names::add);
        if (container instanceof ObjectNode object && draws.chance(0.15)) {
            String name = draws.one(names);
            object.remove(name);
            return changed(allowed, body.toString(), "without " + name);
        }
        if (draws.chance(0.25)) {
            String wrong = draws.one(NO_JSON);
            return changed(allowed, replaced(body, container, names, wrong, draws), "no JSON: " + wrong)
                    .as(Expected.REFUSED, "which is no JSON");
        }
        String other = draws.chance(0.15) ? large(draws) : draws.one(OTHERS);
        String shown = other.length() > 60 ? other.substring(0, 60) + "… " + other.length() : other;
        return changed(allowed, replaced(body, container, names, other, draws), "a value is " + shown);
    }

    private static String large(Draws draws) {
        return switch (draws.below(5)) {
            case 0 -> "\"" + "x".repeat(draws.between(1, 30_000)) + "\"";
            case 1 -> "[" + "1,".repeat(draws.between(1, 20_000)) + "1]";
            case 2 -> "[".repeat(900) + "]".repeat(900);
            case 3 -> "[".repeat(50_000) + "]".repeat(50_000);
            default -> "9".repeat(draws.between(31, 3_000));
        };
    }

    private static String with(JsonNode body, JsonNode container, String name, Draws draws) {
        if (container instanceof ObjectNode object) {
            object.put(name, draws.below(9));
        } else {
            ((ArrayNode) container).add(draws.below(9));
        }
        return body.toString();
    }

    private static String replaced(JsonNode body, JsonNode container, List<String> names, String by, Draws draws) {
        if (container instanceof ObjectNode object) {
            object.put(draws.one(names), HERE);
        } else {
            ((ArrayNode) container).set(draws.below(container.size()), HERE);
        }
        return body.toString().replace("\"" + HERE + "\"", by);
    }

    private static Call changed(Call allowed, String json, String what) {
        return allowed.withBody(json.getBytes(StandardCharsets.UTF_8)).as(Expected.EITHER, what);
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(one -> collect(one, into));
        }
    }

    /** Null where it is no JSON any more. */
    private static JsonNode parsed(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException changedAlready) {
            return null;
        }
    }
}
