package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tracker.api.webhooks.WebhooksSettings;

/** A setting that is not in the table of settings fails here. */
class SettingsTableTest {
    @Test
    void everySettingIsInTheTable() throws IOException {
        String table = Files.readString(Path.of("../docs/settings.md"));
        List<String> settings = Arrays.stream(TrackerSettings.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> "`tracker." + kebab(name.substring("set".length())) + "`")
                .toList();

        assertThat(settings).hasSizeGreaterThan(15).allSatisfy(setting -> assertThat(table)
                .contains("| " + setting + " |"));
    }

    @Test
    void everySettingOfTheWebhooksIsInTheTable() throws IOException {
        String table = Files.readString(Path.of("../docs/settings.md"));

        assertThat(WebhooksSettings.class.getRecordComponents())
                .hasSizeGreaterThan(8)
                .allSatisfy(setting ->
                        assertThat(table).contains("| `tracker.webhooks." + kebab(setting.getName()) + "` |"));
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
