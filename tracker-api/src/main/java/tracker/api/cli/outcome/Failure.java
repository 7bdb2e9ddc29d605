package tracker.api.cli.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import tracker.streams.domain.Text;

/** Ends a command before it is done, with what there is to say of it. */
public final class Failure extends RuntimeException {
    private final Exit exit;
    private final Text message;
    private final JsonNode problem;

    private Failure(Exit exit, Text message, JsonNode problem, Throwable cause) {
        super(message.en(), cause);
        this.exit = exit;
        this.message = message;
        this.problem = problem;
    }

    public static Failure refuted(String zh, String en) {
        return new Failure(Exit.REFUTED, new Text(zh, en), null, null);
    }

    public static Failure brokenOff(String zh, String en, Throwable cause) {
        return new Failure(Exit.REFUTED, new Text(zh, en), null, cause);
    }

    public static Failure unusable(String zh, String en) {
        return unusable(new Text(zh, en));
    }

    public static Failure unusable(Text message) {
        return new Failure(Exit.UNUSABLE, message, null, null);
    }

    public static Failure unreachable(String zh, String en, Throwable cause) {
        return new Failure(Exit.UNREACHABLE, new Text(zh, en), null, cause);
    }

    /** What the tracker answered, in the language that it was asked in; {@code problem} is its RFC 9457 document. */
    public static Failure answered(Exit exit, String message, JsonNode problem) {
        return new Failure(exit, new Text(message, message), problem, null);
    }

    public Exit exit() {
        return exit;
    }

    public Text message() {
        return message;
    }

    /** Null where it is not the tracker that said so. */
    public JsonNode problem() {
        return problem;
    }
}
