package tracker.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings against the classes that take them, and against the document that shows them. */
class SettingsTableTest {
    private static final Path DOCUMENT = Path.of("../docs/settings.md");
    private static final String ROW = "| `tracker.";

    @Test
    void everySettingThatAClassTakesIsInTheTable() {
        List<String> taken = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("tracker.api").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .flatMap(SettingsTableTest::settings)
                        .toList();

        assertThat(taken).hasSizeGreaterThan(20).allSatisfy(name -> assertThat(SettingsTable.find(name))
                .as(name)
                .isPresent());
    }

    @Test
    void whatASettingIsUnlessItIsSetIsOfItsForm() {
        assertThat(SettingsTable.ALL)
                .filteredOn(setting -> !setting.unset().isEmpty())
                .hasSizeGreaterThan(15)
                .allSatisfy(setting -> assertThat(setting.form().fault(setting.unset()))
                        .as(setting.name())
                        .isEmpty());
    }

    /** To write it anew: mvn test -Dtest=SettingsTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dsettings.write=true. */
    @Test
    void theDocumentShowsTheTable() throws IOException {
        List<String> rows = SettingsTable.ALL.stream()
                .map(setting -> "| `%s` | %s | %s · %s |"
                        .formatted(
                                setting.name(),
                                setting.unset().isEmpty() ? "" : "`" + setting.unset() + "`",
                                setting.meaning().en(),
                                setting.meaning().zh()))
                .toList();
        List<String> lines = Files.readAllLines(DOCUMENT);
        int first =
                (int) lines.stream().takeWhile(line -> !line.startsWith(ROW)).count();
        if (Boolean.getBoolean("settings.write")) {
            Files.write(
                    DOCUMENT,
                    Stream.of(
                                    lines.subList(0, first).stream(),
                                    rows.stream(),
                                    lines.stream().skip(first).filter(line -> !line.startsWith(ROW)))
                            .flatMap(part -> part)
                            .toList());
        }

        assertThat(Files.readAllLines(DOCUMENT))
                .filteredOn(line -> line.startsWith(ROW))
                .isEqualTo(rows);
    }

    /** A record takes what its constructor does, any other class what it has setters for. */
    private static Stream<String> settings(JavaClass type) {
        String prefix = type.getAnnotationOfType(ConfigurationProperties.class).value() + ".";
        Stream<String> names = type.isRecord()
                ? type.getConstructors().stream()
                        .map(JavaConstructor::reflect)
                        .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                        .map(Parameter::getName)
                : type.getMethods().stream()
                        .map(method -> method.getName())
                        .filter(name -> name.startsWith("set"))
                        .map(name -> name.substring("set".length()));
        return names.map(name -> prefix + NameUtils.hyphenate(name, true));
    }
}
