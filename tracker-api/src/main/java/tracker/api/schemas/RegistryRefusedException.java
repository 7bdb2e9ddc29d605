package tracker.api.schemas;

import java.net.URI;

/** The registry of schemas is not there, or does not take them. The message says what it answered, in both languages. */
public final class RegistryRefusedException extends RuntimeException {
    RegistryRefusedException(URI asked, String answer, Throwable cause) {
        super(
                "模式注册中心未接受（设置 tracker.schema-registry）：%s\nThe schema registry did not take it (setting tracker.schema-registry): %1$s\n  %s"
                        .formatted(asked, answer),
                cause);
    }
}
