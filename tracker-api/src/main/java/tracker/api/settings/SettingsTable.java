package tracker.api.settings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tracker.streams.domain.Text;

/** Every setting of the tracker's own. {@code docs/settings.md} is written from it, and what is set is held against it at the start. */
public final class SettingsTable {
    public static final List<Setting> ALL = read("/settings/settings.csv");

    private SettingsTable() {}

    static Optional<Setting> find(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    private static List<Setting> read(String resource) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text =
                new InputStreamReader(SettingsTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            return format.parse(text).stream().map(SettingsTable::setting).toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + resource, cause);
        }
    }

    private static Setting setting(CSVRecord row) {
        return new Setting(
                row.get("name"), Form.of(row.get("form")), row.get("unset"), new Text(row.get("zh"), row.get("en")));
    }
}
