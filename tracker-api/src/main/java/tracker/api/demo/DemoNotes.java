package tracker.api.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tracker.api.tables.Row;

/** What people write: notes, reasons and answers by mood. */
final class DemoNotes {
    private final Map<String, List<String>> texts = DemoTables.rows("notes").stream()
            .collect(Collectors.groupingBy(
                    row -> row.cell("mood"), Collectors.mapping(DemoNotes::text, Collectors.toUnmodifiableList())));

    /** One of the texts of that mood, of which there must be some. */
    String one(Draws draws, String mood) {
        List<String> all = texts.get(mood);
        if (all == null) {
            throw new IllegalStateException("no note is of the mood " + mood);
        }
        return draws.one(all);
    }

    private static String text(Row row) {
        return row.cell("text");
    }
}
