package tracker.api.settings;

import io.micronaut.context.env.PropertiesPropertySourceLoader;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tracker.streams.domain.Text;

/** Files of settings that the operator names: YAML or properties. The environment and flags go before them, and the later before the earlier. */
public final class ConfigurationFiles {
    /** Names the files, separated by commas. */
    public static final String SETTING = "tracker.config";
    /** Between the application's own file and the environment. */
    private static final int ORDER = -250;

    private static final List<PropertySourceLoader> LOADERS =
            List.of(new YamlPropertySourceLoader(), new PropertiesPropertySourceLoader());

    private ConfigurationFiles() {}

    /** {@link WrongSettingsException} where one cannot be read. */
    public static List<PropertySource> read(String names) {
        List<PropertySource> sources = new ArrayList<>();
        for (String name : Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList()) {
            sources.add(source(name, ORDER + sources.size()));
        }
        return sources;
    }

    private static PropertySource source(String name, int order) {
        PropertySourceLoader loader = LOADERS.stream()
                .filter(one -> one.getExtensions().stream().anyMatch(extension -> name.endsWith("." + extension)))
                .findFirst()
                .orElseThrow(() ->
                        wrong(name, "须为 .yml、.yaml 或 .properties 文件", "must be a .yml, .yaml or .properties file"));
        try (InputStream content = Files.newInputStream(Path.of(name))) {
            return PropertySource.of(name, loader.read(name, content), order);
        } catch (IOException unreadable) {
            throw wrong(name, "读不到", "cannot be read");
        } catch (RuntimeException malformed) {
            // Its own words would show the lines around the fault, and those may be secrets.
            throw wrong(name, "格式有误", "is malformed");
        }
    }

    private static WrongSettingsException wrong(String name, String zh, String en) {
        return new WrongSettingsException(
                List.of(new Text("%s=%s：%s。".formatted(SETTING, name, zh), "%s=%s %s.".formatted(SETTING, name, en))));
    }
}
