package tracker.api.tables;

import java.util.List;

/** A named table of texts: its header's names, none twice and none empty, and the rows that are not blank. */
public record Table(String name, List<String> header, List<Row> rows) {
    public Table {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }
}
