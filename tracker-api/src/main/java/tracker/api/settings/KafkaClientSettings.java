package tracker.api.settings;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The settings that every Kafka client of the tracker gets: {@code KAFKA_SASL_MECHANISM} and {@code kafka.sasl.mechanism} alike. */
public final class KafkaClientSettings {
    private static final String PREFIX = "kafka";
    private static final String VARIABLE = "KAFKA_";
    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    private KafkaClientSettings() {}

    /** Those that {@code environment} has, and those of {@code variables} that nothing else sets. */
    public static Map<String, String> of(Map<String, String> variables, Environment environment) {
        return of(variables, environment.getProperties(PREFIX, StringConvention.RAW));
    }

    /** {@code properties} are those below {@code kafka.}; they go before the environment's. */
    static Map<String, String> of(Map<String, String> environment, Map<String, Object> properties) {
        Map<String, String> settings = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLE)) {
                settings.put(
                        name.substring(VARIABLE.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        properties.forEach((name, value) -> {
            // Micronaut offers environment variables under hyphenated names too; no Kafka setting has a hyphen.
            if (value != null && !name.contains("-")) {
                settings.put(name, value.toString());
            }
        });
        settings.remove(BOOTSTRAP_SERVERS);
        return settings;
    }
}
