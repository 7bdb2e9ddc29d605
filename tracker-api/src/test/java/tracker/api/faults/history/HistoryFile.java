package tracker.api.faults.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A history as a file of JSON lines, one an entry. */
public final class HistoryFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(Entry.class);
    private static final ObjectReader READER = MAPPER.readerFor(Entry.class);

    private HistoryFile() {}

    /** Without a line's end. */
    static String line(Entry entry) {
        try {
            return WRITER.writeValueAsString(entry);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException("cannot write " + entry, cause);
        }
    }

    /** A last line that broke off, as when the recording process was killed, is passed over. */
    public static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                try {
                    entries.add(READER.readValue(line));
                } catch (JsonProcessingException broken) {
                    if (next != null) {
                        throw broken;
                    }
                }
                line = next;
            }
        }
        return entries;
    }
}
