package tracker.api.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClientSettingsTest {
    @Test
    void comeFromTheEnvironmentAndFromPropertiesWhichGoFirst() {
        Map<String, String> settings = KafkaClientSettings.of(
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "KAFKA_SASL_MECHANISM", "PLAIN",
                        "HOME", "/root"),
                Map.of("sasl.mechanism", "SCRAM-SHA-512", "security-protocol", "SASL_SSL"));

        assertThat(settings)
                .containsOnly(Map.entry("security.protocol", "SASL_SSL"), Map.entry("sasl.mechanism", "SCRAM-SHA-512"));
    }
}
