package tracker.api.words;

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

/** The words of a page by their keys, from tables that have both languages. */
public final class Words {
    /** The terms of the field, which are the same wherever people read them: ratings, rules, statuses, roles. */
    public static final String TERMS = "/terms.csv";

    private final SortedMap<String, Text> words;

    private Words(SortedMap<String, Text> words) {
        this.words = Collections.unmodifiableSortedMap(words);
    }

    /** Of all {@code tables} together; an {@link IllegalStateException} where one lacks a language or says a key twice. */
    public static Words read(String... tables) {
        SortedMap<String, Text> words = new TreeMap<>();
        for (String table : tables) {
            try (InputStream in = Words.class.getResourceAsStream(table)) {
                for (Row row :
                        Tables.read(table, in, TableLimits.DEFAULT).get(0).rows()) {
                    Text text = new Text(row.cell("zh"), row.cell("en"));
                    if (text.zh() == null || text.en() == null || words.put(row.cell("key"), text) != null) {
                        throw new IllegalStateException(
                                table + " row " + row.number() + ": not one word in two languages");
                    }
                }
            } catch (IOException cause) {
                throw new UncheckedIOException(table, cause);
            }
        }
        return new Words(words);
    }

    /** An unknown key is an {@link IllegalArgumentException}: a page never shows one. */
    public Text of(String key) {
        Text text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no word for " + key);
        }
        return text;
    }

    public SortedMap<String, Text> all() {
        return words;
    }
}
