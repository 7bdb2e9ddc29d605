package tracker.api.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.streams.StreamsConfig;
import tracker.streams.domain.Text;

/**
 * What the Kafka clients are told, looked at before they are made: they would take half of a secured connection for an open one and wait
 * without a word, or name a fault that only their authors understand.
 */
record KafkaClientCheck(List<Text> faults, List<Text> doubts) {
    private static final Set<String> FILES =
            Set.of(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);
    private static final Set<String> PREFIXES = Set.of(
            "producer.", "consumer.", "main.consumer.", "restore.consumer.", "global.consumer.", "admin.", "topic.");

    /** {@code settings} are as the clients get them. */
    static KafkaClientCheck of(Map<String, String> settings) {
        List<Text> faults = new ArrayList<>();
        protocol(settings, faults);
        FILES.stream()
                .filter(settings::containsKey)
                .filter(name -> !Files.isReadable(Path.of(settings.get(name))))
                .forEach(name -> faults.add(new Text(
                        "kafka.%s 指的文件 %s 读不到。".formatted(name, settings.get(name)),
                        "kafka.%s: the file %s cannot be read.".formatted(name, settings.get(name)))));
        return new KafkaClientCheck(
                faults,
                settings.keySet().stream()
                        .filter(name -> !isKnown(name))
                        .map(KafkaClientCheck::unknown)
                        .toList());
    }

    private static void protocol(Map<String, String> settings, List<Text> faults) {
        String name =
                settings.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, SecurityProtocol.PLAINTEXT.name);
        if (!SecurityProtocol.names().contains(name.toUpperCase(Locale.ROOT))) {
            String all = String.join(", ", SecurityProtocol.names());
            faults.add(new Text(
                    "kafka.security.protocol=%s：须为 %s 之一。".formatted(name, all),
                    "kafka.security.protocol=%s must be one of %s.".formatted(name, all)));
            return;
        }
        SecurityProtocol protocol = SecurityProtocol.forName(name);
        boolean sasl = Set.of(SecurityProtocol.SASL_PLAINTEXT, SecurityProtocol.SASL_SSL)
                .contains(protocol);
        boolean tls = Set.of(SecurityProtocol.SSL, SecurityProtocol.SASL_SSL).contains(protocol);
        if (!sasl && settings.keySet().stream().anyMatch(one -> one.startsWith("sasl."))) {
            faults.add(new Text(
                    "设置了 kafka.sasl.…，但 kafka.security.protocol=%s 不作身份验证：请改为 SASL_SSL。".formatted(name),
                    "kafka.sasl.… is set, but kafka.security.protocol=%s does not authenticate: set SASL_SSL."
                            .formatted(name)));
        }
        if (!tls && settings.keySet().stream().anyMatch(one -> one.startsWith("ssl."))) {
            String mend = sasl ? "SASL_SSL" : "SSL";
            faults.add(new Text(
                    "设置了 kafka.ssl.…，但 kafka.security.protocol=%s 不加密：请改为 %s。".formatted(name, mend),
                    "kafka.ssl.… is set, but kafka.security.protocol=%s does not encrypt: set %s."
                            .formatted(name, mend)));
        }
        if (sasl) {
            for (String needed : List.of(SaslConfigs.SASL_MECHANISM, SaslConfigs.SASL_JAAS_CONFIG)) {
                if (!settings.containsKey(needed)) {
                    faults.add(new Text(
                            "kafka.security.protocol=%s 还须设置 kafka.%s。".formatted(name, needed),
                            "kafka.security.protocol=%s needs kafka.%s too.".formatted(name, needed)));
                }
            }
        }
    }

    private static boolean isKnown(String name) {
        return known().contains(PREFIXES.stream()
                        .filter(name::startsWith)
                        .findFirst()
                        .map(prefix -> name.substring(prefix.length()))
                        .orElse(name))
                || name.startsWith("topic.");
    }

    private static Set<String> known() {
        Set<String> known = new TreeSet<>(StreamsConfig.configDef().names());
        Arrays.asList(ConsumerConfig.configNames(), ProducerConfig.configNames(), AdminClientConfig.configNames())
                .forEach(known::addAll);
        return known;
    }

    private static Text unknown(String name) {
        var nearest = Nearest.to(name, known().stream());
        return new Text(
                "Kafka 客户端没有 kafka.%s 这一设置%s"
                        .formatted(
                                name, nearest.map("，是否指 kafka.%s？"::formatted).orElse("。")),
                "kafka.%s is no setting of Kafka's clients%s"
                        .formatted(
                                name,
                                nearest.map("; is kafka.%s meant?"::formatted).orElse(".")));
    }
}
