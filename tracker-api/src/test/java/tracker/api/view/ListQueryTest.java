package tracker.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListQueryTest {
    private static final List<byte[]> VIEWS = List.of(
            view("{\"id\":\"A\",\"name\":{\"zh\":\"甲\",\"en\":\"Alpha\"},\"pace\":1.5,\"lead\":{\"id\":\"x\"}}"),
            view("{\"id\":\"B\",\"name\":{\"zh\":\"乙\",\"en\":\"beta\"},\"pace\":null,\"lead\":null}"),
            view("{\"id\":\"C\",\"name\":{\"zh\":\"丙\",\"en\":\"Gamma\"},\"pace\":0.9,\"lead\":{\"id\":\"x\"}}"),
            view("{\"id\":\"D\",\"name\":{\"zh\":\"丁\",\"en\":\"Delta\"},\"pace\":1.50,\"lead\":{\"id\":\"y\"}}"));

    @Test
    void filtersByPathAndByName() {
        assertThat(ids(query(Map.of("lead.id", "x"), null, null, 10, null))).isEqualTo("AC");
        assertThat(ids(query(Map.of(), "ALPH", null, 10, null))).isEqualTo("A");
        assertThat(ids(query(Map.of(), "乙", null, 10, null))).isEqualTo("B");
        assertThat(ids(query(Map.of("lead.id", "z"), null, null, 10, null))).isEmpty();
    }

    @Test
    void sortsNumbersAsNumbersNothingFirstAndTiesById() {
        assertThat(ids(query(Map.of(), null, "pace", 10, null))).isEqualTo("BCAD");
        assertThat(ids(query(Map.of(), null, "-pace", 10, null))).isEqualTo("ADCB");
        assertThat(ids(query(Map.of(), null, "lead.id", 10, null))).isEqualTo("BACD");
    }

    @Test
    void pagesWithoutLossInEveryOrder() {
        for (String sort : new String[] {null, "pace", "-pace", "name.zh", "-lead.id"}) {
            StringBuilder all = new StringBuilder();
            String cursor = null;
            do {
                ListQuery.Page page = new ListQuery(Map.of(), null, sort, 1, cursor).apply(VIEWS);
                all.append(ids(page));
                cursor = page.next();
            } while (cursor != null);
            assertThat(all.toString()).isEqualTo(ids(query(Map.of(), null, sort, 10, null)));
        }
    }

    @Test
    void anItemAddedBehindTheCursorIsNotLostAndOneBeforeItDoesNotRepeatOthers() {
        ListQuery.Page first = query(Map.of(), null, null, 2, null);
        List<byte[]> grown = new ArrayList<>(VIEWS);
        grown.add(view("{\"id\":\"AA\"}"));
        grown.add(view("{\"id\":\"CC\"}"));

        assertThat(ids(new ListQuery(Map.of(), null, null, 10, first.next()).apply(grown)))
                .isEqualTo("CCCD");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String cursor = query(Map.of(), null, "pace", 1, null).next();

        assertThatThrownBy(() -> query(Map.of(), null, null, 1, cursor)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> query(Map.of(), null, null, 1, "?")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> query(Map.of(), null, null, 1, "bm9uc2Vuc2U"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ListQuery.Page query(Map<String, String> equal, String q, String sort, int limit, String cursor) {
        return new ListQuery(equal, q, sort, limit, cursor).apply(VIEWS);
    }

    private static String ids(ListQuery.Page page) {
        StringBuilder ids = new StringBuilder();
        page.items()
                .forEach(item -> ids.append(
                        new String(item, StandardCharsets.UTF_8).replaceFirst("\\{\"id\":\"(\\w+)\".*", "$1")));
        return ids.toString();
    }

    private static byte[] view(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
