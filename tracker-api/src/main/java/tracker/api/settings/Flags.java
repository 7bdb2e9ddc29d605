package tracker.api.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracker.streams.domain.Text;

/** The flags of a start: settings as {@code --tracker.port=9000}, and {@code --check}, which only shows what is set. */
public record Flags(Map<String, Object> settings, boolean isCheck) {
    private static final String CHECK = "--check";

    /** {@link WrongSettingsException} where something is neither. */
    public static Flags of(String... arguments) {
        Map<String, Object> settings = new LinkedHashMap<>();
        List<Text> faults = new ArrayList<>();
        boolean check = false;
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (argument.equals(CHECK)) {
                check = true;
            } else if (argument.startsWith("--") && equals > 2) {
                settings.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else {
                faults.add(new Text(
                        "看不懂 %s：设置写作 --tracker.port=9000。".formatted(argument),
                        "%s is not understood: a setting is written --tracker.port=9000.".formatted(argument)));
            }
        }
        settings.keySet().stream()
                .filter(name -> !name.startsWith("tracker.") && !name.startsWith("kafka."))
                .forEach(name -> faults.add(new Text(
                        "--%s 不是设置：设置以 tracker. 或 kafka. 开头。".formatted(name),
                        "--%s is no setting: settings begin with tracker. or kafka.".formatted(name))));
        if (!faults.isEmpty()) {
            throw new WrongSettingsException(faults);
        }
        return new Flags(settings, check);
    }
}
