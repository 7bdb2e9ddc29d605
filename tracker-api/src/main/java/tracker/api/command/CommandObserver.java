package tracker.api.command;

import java.util.Map;
import tracker.streams.domain.command.Command;
import tracker.streams.domain.command.Result;

/** Looks on while commands are sent and answered. Must not fail. */
public interface CommandObserver {
    /** Called by the thread that sends, before it does. */
    Sent sending(Command command);

    /** One command under way. */
    interface Sent {
        /** What its record carries beside the command, by name. */
        Map<String, String> headers();

        /** Called once; {@code result} is committed, or null where {@code fault} says why none was heard. */
        void ended(Result result, Throwable fault);
    }
}
