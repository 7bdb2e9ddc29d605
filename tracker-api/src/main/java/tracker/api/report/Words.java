package tracker.api.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import tracker.api.tables.Row;
import tracker.api.tables.TableLimits;
import tracker.api.tables.Tables;
import tracker.streams.domain.Text;

/** The page's own words by their keys, from one table that has both languages. */
final class Words {
    private static final String TABLE = "/report/words.csv";

    private final SortedMap<String, Text> words;

    Words() {
        SortedMap<String, Text> read = new TreeMap<>();
        try (InputStream in = Words.class.getResourceAsStream(TABLE)) {
            for (Row row : Tables.read(TABLE, in, TableLimits.DEFAULT).get(0).rows()) {
                Text text = new Text(row.cell("zh"), row.cell("en"));
                if (text.zh() == null || text.en() == null || read.put(row.cell("key"), text) != null) {
                    throw new IllegalStateException(TABLE + " row " + row.number() + ": not one word in two languages");
                }
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(TABLE, cause);
        }
        words = Collections.unmodifiableSortedMap(read);
    }

    /** An unknown key is an {@link IllegalArgumentException}: a page never shows one. */
    String of(String key, Language language) {
        Text text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no word for " + key);
        }
        return language.of(text);
    }

    SortedMap<String, Text> all() {
        return words;
    }
}
