package tracker.api.settings;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.naming.NameUtils;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads what is set, where, and what goes before what. */
final class GivenSettings {
    private GivenSettings() {}

    /** Every setting whose name begins with {@code prefix} and a dot; the later ones go before the earlier. */
    static List<GivenSetting> below(String prefix, Environment environment) {
        List<GivenSetting> given = new ArrayList<>();
        environment.getPropertySources().stream()
                .sorted(Comparator.comparingInt(PropertySource::getOrder))
                .forEach(source -> {
                    for (String name : source) {
                        boolean variable =
                                source.getConvention() == PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE;
                        String start = variable ? Setting.variable(prefix) + "_" : prefix + ".";
                        Object value = source.get(name);
                        if (name.startsWith(start) && value != null) {
                            given.add(new GivenSetting(
                                    variable ? name : kebab(name),
                                    environment
                                            .getPlaceholderResolver()
                                            .resolvePlaceholders(value.toString())
                                            .orElse(value.toString()),
                                    source.getName(),
                                    variable));
                        }
                    }
                });
        return given;
    }

    /** Micronaut takes {@code writeWait} for {@code write-wait}. */
    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).equals(name) ? name : NameUtils.hyphenate(name, true);
    }
}
