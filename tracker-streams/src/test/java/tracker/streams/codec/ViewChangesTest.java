package tracker.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewChangesTest {
    private final ViewChanges changes = new ViewChanges();

    @Test
    void everyFieldThatDiffersIsNamedWithBothItsValues() {
        assertThat(
                        between(
                                "{\"version\":1,\"name\":{\"zh\":\"产值\",\"en\":\"a \\\"value\\\"\"},\"value\":12.50,\"list\":[1,{\"a\":[2]}],\"due\":true,\"last\":\"x\"}",
                                "{\"version\":2,\"name\":{\"zh\":\"总产值\",\"en\":\"a \\\"value\\\"\"},\"value\":13.5,\"list\":[1,{\"a\":[3]}],\"due\":false,\"last\":\"y\"}"))
                .containsExactly(
                        "due: true -> false",
                        "last: \"x\" -> \"y\"",
                        "list: [1,{\"a\":[2]}] -> [1,{\"a\":[3]}]",
                        "name: {\"zh\":\"产值\",\"en\":\"a \\\"value\\\"\"} -> {\"zh\":\"总产值\",\"en\":\"a \\\"value\\\"\"}",
                        "value: 12.50 -> 13.5");
    }

    @Test
    void whatIsTheSameIsNotNamedNorIsWhatChangesWithEveryEvent() {
        assertThat(
                        between(
                                "{\"version\":1,\"position\":7,\"updatedAt\":\"2021-01-01T00:00:00Z\",\"a\":{\"b\":[]},\"n\":-1.50}",
                                "{\"version\":2,\"position\":9,\"updatedAt\":\"2022-01-01T00:00:00Z\",\"a\":{\"b\":[]},\"n\":-1.5}"))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNull() {
        assertThat(between("{\"gone\":3,\"nothing\":null}", "{\"come\":\"\"}"))
                .containsExactly("come: null -> \"\"", "gone: 3 -> null");
        assertThat(between(null, "{\"value\":1,\"note\":null}")).containsExactly("value: null -> 1");
    }

    private List<String> between(String before, String after) {
        return changes.between(before == null ? null : bytes(before), bytes(after)).stream()
                .map(change -> change.field() + ": " + change.from() + " -> " + change.to())
                .toList();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
