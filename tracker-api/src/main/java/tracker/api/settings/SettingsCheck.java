package tracker.api.settings;

import io.micronaut.context.env.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tracker.streams.domain.Text;

/**
 * What is set, held against the table before anything is started. {@code faults} are reasons not to start; {@code doubts} are environment
 * variables that look like settings and are none, which may be somebody else's.
 */
public record SettingsCheck(List<InForce> inForce, List<Text> faults, List<Text> doubts) {
    private static final String PREFIX = "tracker";

    /** Settings that mean nothing without another. */
    private static final List<Needs> NEEDS = List.of(
            new Needs("tracker.cors-origins", "tracker.cors"),
            new Needs("tracker.cors", "tracker.cors-origins"),
            new Needs("tracker.traces-ratio", "tracker.traces"),
            new Needs("tracker.schema-registry", "tracker.create-topics"),
            new Needs("tracker.oidc.issuer", "tracker.oidc.audience"),
            new Needs("tracker.oidc.audience", "tracker.oidc.issuer"),
            new Needs("tracker.oidc.client-id", "tracker.oidc.issuer"),
            new Needs("tracker.oidc.client-secret", "tracker.oidc.client-id"),
            new Needs("tracker.oidc.client-secret-file", "tracker.oidc.client-id"),
            new Needs("tracker.s3.endpoint", "tracker.s3.bucket"),
            new Needs("tracker.s3.bucket", "tracker.s3.access-key"),
            new Needs("tracker.s3.access-key", "tracker.s3.secret-key"),
            new Needs("tracker.s3.secret-key", "tracker.s3.bucket"));

    private record Needs(String name, String other) {}

    /** A setting with the value that it has, and where it has it from; origin is null where it was not set. */
    public record InForce(Setting setting, String name, String value, String origin) {
        /** Secrets are never shown. */
        public String shown() {
            return setting.form().isSecret() ? "***" : value;
        }
    }

    public static SettingsCheck of(Environment environment, Map<String, String> variables) {
        Findings findings = new Findings();
        GivenSettings.below(PREFIX, environment).forEach(findings::add);
        findings.finish();
        KafkaClientCheck kafka = KafkaClientCheck.of(KafkaClientSettings.of(variables, environment));
        return new SettingsCheck(
                List.copyOf(findings.inForce.values()),
                concat(findings.faults, kafka.faults()),
                concat(findings.doubts, kafka.doubts()));
    }

    /** What a setting has, be it set or not. */
    public String value(String name) {
        return inForce.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<Text> concat(List<Text> some, List<Text> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static final class Findings {
        final Map<String, InForce> inForce = new LinkedHashMap<>();
        final List<Text> faults = new ArrayList<>();
        final List<Text> doubts = new ArrayList<>();

        void add(GivenSetting given) {
            Optional<Setting> setting =
                    given.isVariable() ? ofVariable(given.name()) : SettingsTable.find(given.name());
            if (setting.isPresent()) {
                String name = given.isVariable() ? setting.get().name() : given.name();
                inForce.put(name, new InForce(setting.get(), name, given.value(), given.origin()));
            } else if (given.isVariable()) {
                doubts.add(unknown(
                        given,
                        Nearest.to(
                                given.name(),
                                SettingsTable.ALL.stream().map(known -> Setting.variable(known.name())))));
            } else {
                faults.add(unknown(
                        given,
                        Nearest.to(given.name(), SettingsTable.ALL.stream().map(Setting::name))));
            }
        }

        void finish() {
            inForce.values().forEach(one -> one.setting()
                    .form()
                    .fault(one.value())
                    .ifPresent(fault -> faults.add(new Text(
                            "%s=%s（来自 %s）：%s。".formatted(one.name(), one.shown(), one.origin(), fault.zh()),
                            "%s=%s (from %s) %s.".formatted(one.name(), one.shown(), one.origin(), fault.en())))));
            NEEDS.stream()
                    .filter(needs -> isOn(needs.name()) && !isOn(needs.other()))
                    .forEach(needs -> faults.add(new Text(
                            "设置了 %s，还须设置 %s。".formatted(needs.name(), needs.other()),
                            "%s is set: %s must be set too.".formatted(needs.name(), needs.other()))));
            for (Setting setting : SettingsTable.ALL) {
                inForce.putIfAbsent(setting.name(), new InForce(setting, setting.name(), setting.unset(), null));
            }
        }

        private boolean isOn(String name) {
            return inForce.containsKey(name) && !inForce.get(name).value().equals("false");
        }

        private static Optional<Setting> ofVariable(String variable) {
            return SettingsTable.ALL.stream()
                    .filter(setting -> Setting.variable(setting.name()).equals(variable))
                    .findFirst();
        }

        private static Text unknown(GivenSetting given, Optional<String> nearest) {
            return new Text(
                    "没有 %s 这一设置（来自 %s）%s"
                            .formatted(
                                    given.name(),
                                    given.origin(),
                                    nearest.map("，是否指 %s？"::formatted).orElse("。")),
                    "%s (from %s) is no setting%s"
                            .formatted(
                                    given.name(),
                                    given.origin(),
                                    nearest.map("; is %s meant?"::formatted).orElse(".")));
        }
    }
}
