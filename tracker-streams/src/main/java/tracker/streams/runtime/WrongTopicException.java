package tracker.streams.runtime;

import java.util.List;

/** A topic would lose or mix up what it must keep; nothing is started on it. The message names each setting and the mend. */
public final class WrongTopicException extends RuntimeException {
    WrongTopicException(List<String> wrong) {
        super("主题设置有误，未启动；请用 kafka-configs 改正后再启动。\n"
                + "Wrong topic settings, nothing was started; correct them with kafka-configs and start again:\n  "
                + String.join("\n  ", wrong));
    }
}
