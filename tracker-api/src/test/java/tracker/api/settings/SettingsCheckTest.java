package tracker.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tracker.streams.domain.Text;

class SettingsCheckTest {
    @Test
    void whatIsRightHasNoFault() {
        SettingsCheck check = check(Map.of(
                "tracker.port",
                9000,
                "tracker.write-wait",
                "250ms",
                "tracker.evidence-limit",
                "5MB",
                "tracker.demo",
                true));

        assertThat(check.faults()).isEmpty();
        assertThat(check.doubts()).isEmpty();
        assertThat(inForce(check, "tracker.port")).isEqualTo("9000");
        assertThat(inForce(check, "tracker.read-wait")).isEqualTo("5s");
    }

    @ParameterizedTest
    @CsvSource({
        "tracker.port, 80800, 'a whole number, -1 to 65535'",
        "tracker.partitions, 0, 'a whole number, 1 to 1000'",
        "tracker.partitions, four, 'a whole number, 1 to 1000'",
        "tracker.write-wait, 10 seconds, 'a time from 1ms to 600s'",
        "tracker.commit-interval, 0s, 'a time from 1ms to 10s'",
        "tracker.evidence-limit, -1, 'a size of at least 1 bytes'",
        "tracker.demo, yes, true or false",
        "tracker.node, a b, a text such as node-1",
        "tracker.s3.endpoint, minio:9000, an address that begins with http / https://",
    })
    void whatIsWrongIsNamedWithWhatIsExpected(String name, String value, String expected) {
        assertThat(check(Map.of(name, value)).faults())
                .anySatisfy(fault ->
                        assertThat(fault.en()).startsWith(name + "=" + value).contains(expected))
                .allSatisfy(fault -> assertThat(fault.zh()).matches(".*\\p{IsHan}.*"));
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        assertThat(check(Map.of("tracker.port", "x", "tracker.threads", "0", "tracker.prot", "1"))
                        .faults())
                .hasSize(3);
    }

    @Test
    void aSlipOfThePenIsToldWhatWasMeant() {
        assertThat(check(Map.of("tracker.comit-interval", "5ms")).faults())
                .extracting(Text::en)
                .containsExactly(
                        "tracker.comit-interval (from flags) is no setting; is tracker.commit-interval meant?");
    }

    @Test
    void aSecretIsNeverShown() {
        SettingsCheck check = check(
                Map.of("tracker.s3.bucket", "b", "tracker.s3.access-key", "a", "tracker.s3.secret-key", "do-not-show"));

        assertThat(check.faults()).isEmpty();
        assertThat(check.inForce())
                .filteredOn(one -> one.name().equals("tracker.s3.secret-key"))
                .extracting(SettingsCheck.InForce::shown)
                .containsExactly("***");
    }

    @Test
    void whatMeansNothingWithoutAnotherSaysSo() {
        assertThat(check(Map.of("tracker.s3.bucket", "evidence")).faults())
                .extracting(Text::en)
                .containsExactly("tracker.s3.bucket is set: tracker.s3.access-key must be set too.");
        assertThat(check(Map.of("tracker.cors", true)).faults()).hasSize(1);
    }

    @Test
    void halfOfASecuredConnectionIsAFault() {
        assertThat(check(Map.of("kafka.sasl.mechanism", "SCRAM-SHA-512")).faults())
                .extracting(Text::en)
                .containsExactly(
                        "kafka.sasl.… is set, but kafka.security.protocol=PLAINTEXT does not authenticate: set SASL_SSL.");
        assertThat(check(Map.of("kafka.security.protocol", "SASL_SSL")).faults())
                .extracting(Text::en)
                .containsExactly(
                        "kafka.security.protocol=SASL_SSL needs kafka.sasl.mechanism too.",
                        "kafka.security.protocol=SASL_SSL needs kafka.sasl.jaas.config too.");
        assertThat(check(Map.of("kafka.security.protocol", "SSL", "kafka.ssl.truststore.location", "/none.p12"))
                        .faults())
                .extracting(Text::en)
                .containsExactly("kafka.ssl.truststore.location: the file /none.p12 cannot be read.");
        assertThat(check(Map.of("kafka.security.protocol", "TLS")).faults()).hasSize(1);
    }

    @Test
    void aClientSettingThatKafkaDoesNotKnowIsDoubted() {
        SettingsCheck check = check(Map.of(
                "kafka.sasl.jass.config",
                "x",
                "kafka.producer.linger.ms",
                "1",
                "kafka.security.protocol",
                "SASL_PLAINTEXT",
                "kafka.sasl.mechanism",
                "PLAIN",
                "kafka.sasl.jaas.config",
                "x"));

        assertThat(check.doubts())
                .extracting(Text::en)
                .containsExactly(
                        "kafka.sasl.jass.config is no setting of Kafka's clients; is kafka.sasl.jaas.config meant?");
    }

    @Test
    void aFileComesBeforeTheDefaultsAndAfterFlags(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("site.yml"), "tracker:\n  port: 9001\n  read-wait: 7s\n");
        Path later = Files.writeString(directory.resolve("local.properties"), "tracker.read-wait=8s\n");

        SettingsCheck check = check(Map.of("tracker.port", 9002), ConfigurationFiles.read(file + "," + later));

        assertThat(inForce(check, "tracker.port")).isEqualTo("9002");
        assertThat(inForce(check, "tracker.read-wait")).isEqualTo("8s");
    }

    @Test
    void aFileThatCannotBeUsedIsNamed(@TempDir Path directory) throws IOException {
        Path malformed = Files.writeString(directory.resolve("secret.yml"), "tracker: [s3: {secret-key: hunter2");

        assertThatThrownBy(() -> ConfigurationFiles.read("/none.yml"))
                .isInstanceOf(WrongSettingsException.class)
                .hasMessageContaining("/none.yml cannot be read");
        assertThatThrownBy(() -> ConfigurationFiles.read("tracker.toml")).hasMessageContaining(".properties file");
        assertThatThrownBy(() -> ConfigurationFiles.read(malformed.toString()))
                .hasMessageContaining("is malformed")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void flagsAreSettings() {
        Flags flags = Flags.of("--tracker.port=9000", "--check", "--kafka.sasl.jaas.config=a=b");

        assertThat(flags.isCheck()).isTrue();
        assertThat(flags.settings())
                .containsOnly(Map.entry("tracker.port", "9000"), Map.entry("kafka.sasl.jaas.config", "a=b"));
        assertThatThrownBy(() -> Flags.of("--port", "9000"))
                .isInstanceOf(WrongSettingsException.class)
                .hasMessageContaining("--port is not understood")
                .hasMessageContaining("9000 is not understood");
        assertThatThrownBy(() -> Flags.of("--port=9000")).hasMessageContaining("begin with tracker. or kafka.");
    }

    private static String inForce(SettingsCheck check, String name) {
        return check.inForce().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static SettingsCheck check(Map<String, Object> flags) {
        return check(flags, List.of());
    }

    private static SettingsCheck check(Map<String, Object> flags, List<PropertySource> files) {
        try (ApplicationContext context = ApplicationContext.builder()
                .environmentPropertySource(false)
                .propertySources(files.toArray(PropertySource[]::new))
                .propertySources(PropertySource.of("flags", flags, 1_000))
                .banner(false)
                .build()) {
            return SettingsCheck.of(context.getEnvironment().start(), Map.of());
        }
    }
}
