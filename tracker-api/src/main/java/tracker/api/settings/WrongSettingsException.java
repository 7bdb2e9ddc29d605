package tracker.api.settings;

import java.util.List;
import java.util.stream.Collectors;
import tracker.streams.domain.Text;

/** Nothing was started on settings like these. The message has every fault with its mend, in both languages. */
public final class WrongSettingsException extends RuntimeException {
    public WrongSettingsException(List<Text> faults) {
        super("设置有误，未启动 · wrong settings, nothing was started:\n"
                + faults.stream()
                        .map(fault -> "  " + fault.en() + " · " + fault.zh())
                        .collect(Collectors.joining("\n"))
                + "\n各项设置见 docs/settings.md，或加 --check 查看 · all settings: docs/settings.md, or start with --check");
    }
}
