package tracker.api.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Map;
import org.slf4j.LoggerFactory;
import tracker.api.settings.Setting;

/**
 * How lines of the log are written. It counts from the first line on where a flag, a system property or the environment says it; a file of
 * settings is read a moment later.
 */
public final class LogFormat {
    public static final String SETTING = "tracker.log-format";
    private static final String TEXT = "text";

    private LogFormat() {}

    /** To be called before anything is logged. */
    public static void fromFlags(Map<String, Object> flags) {
        if (flags.get(SETTING) != null) {
            System.setProperty(SETTING, flags.get(SETTING).toString());
        }
    }

    /** From here on. Does nothing where it is so already. */
    public static void use(String format) {
        if (format.equals(current()) || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        System.setProperty(SETTING, format);
        context.reset();
        try {
            new ContextInitializer(context).autoConfig();
        } catch (JoranException cause) {
            throw new IllegalStateException("the log cannot be written as " + format, cause);
        }
    }

    /** Whether the console has lines of JSON and nothing else. */
    public static boolean isJson() {
        return current().equals("json");
    }

    private static String current() {
        return System.getProperty(SETTING, System.getenv().getOrDefault(Setting.variable(SETTING), TEXT));
    }
}
