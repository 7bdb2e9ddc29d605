package tracker.api.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One page of a list of views. {@code equal} holds dotted paths into the view and what they must equal; {@code q} is searched for in names
 * and ids, ignoring case; {@code sort} is a dotted path, with a minus for descending, ties by id. Null: no such wish.
 */
public record ListQuery(Map<String, String> equal, String q, String sort, int limit, String cursor) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** {@code next} is null on the last page. */
    public record Page(List<byte[]> items, String next) {}

    /** A cursor that this query did not give is an {@link IllegalArgumentException}. */
    public Page apply(List<byte[]> views) {
        List<Item> items = new ArrayList<>();
        for (byte[] view : views) {
            Item item = new Item(view, read(view));
            if (matches(item.node())) {
                items.add(item);
            }
        }
        Comparator<Item> order = order();
        items.sort(order);
        if (cursor != null) {
            Item after = new Item(null, fromCursor());
            items.removeIf(item -> order.compare(item, after) <= 0);
        }
        boolean more = items.size() > limit;
        List<Item> page = more ? items.subList(0, limit) : items;
        return new Page(page.stream().map(Item::json).toList(), more ? toCursor(page.get(page.size() - 1)) : null);
    }

    private boolean matches(JsonNode view) {
        boolean equals = equal.entrySet().stream()
                .allMatch(wish -> at(view, wish.getKey()).asText("").equals(wish.getValue()));
        if (!equals || q == null) {
            return equals;
        }
        String wanted = q.toLowerCase(Locale.ROOT);
        return List.of("id", "name.zh", "name.en", "owner.zh", "owner.en").stream()
                .anyMatch(path ->
                        at(view, path).asText("").toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Comparator<Item> order() {
        Comparator<Item> byId =
                Comparator.comparing(item -> at(item.node(), "id").asText());
        if (sort == null) {
            return byId;
        }
        boolean descending = sort.startsWith("-");
        String path = descending ? sort.substring(1) : sort;
        Comparator<Item> byPath = Comparator.comparing(item -> at(item.node(), path), ListQuery::compare);
        return (descending ? byPath.reversed() : byPath).thenComparing(byId);
    }

    /** Nothing comes first, then numbers, then texts. */
    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        int byType = Integer.compare(rank(left), rank(right));
        return byType != 0 ? byType : left.asText("").compareTo(right.asText(""));
    }

    private static int rank(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        return node.isNumber() ? 1 : 2;
    }

    private String toCursor(Item last) {
        var place = MAPPER.createObjectNode();
        place.set("id", last.node().get("id"));
        place.put("sort", sort);
        place.set("value", sort == null ? null : at(last.node(), sortPath()));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.toString().getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode fromCursor() {
        try {
            JsonNode place = MAPPER.readTree(Base64.getUrlDecoder().decode(cursor));
            if (!place.path("id").isTextual() || !place.path("sort").asText("").equals(sort == null ? "" : sort)) {
                throw new IllegalArgumentException("not a cursor of this list");
            }
            var view = MAPPER.createObjectNode();
            view.set("id", place.get("id"));
            if (sort != null) {
                String[] steps = sortPath().split("\\.");
                var parent = view;
                for (int i = 0; i < steps.length - 1; i++) {
                    parent = parent.putObject(steps[i]);
                }
                parent.set(steps[steps.length - 1], place.get("value"));
                view.set("id", place.get("id"));
            }
            return view;
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("not a cursor of this list", notOurs);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private String sortPath() {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private static JsonNode at(JsonNode view, String path) {
        JsonNode node = view;
        for (String step : path.split("\\.")) {
            node = node.path(step);
        }
        return node;
    }

    private static JsonNode read(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        }
    }

    private record Item(byte[] json, JsonNode node) {}
}
