package tracker.streams.topology;

import java.util.List;

/** The names of the tracker's topics: each exists here once. */
public final class Topics {
    public static final String COMMANDS = "tracker.commands";
    public static final String EVENTS = "tracker.events";
    public static final String RESULTS = "tracker.results";
    public static final String SCHEMAS = "tracker.schemas";
    /** Signed checkpoints of the event log, partition by partition. */
    public static final String CHECKPOINTS = "tracker.checkpoints";

    /** What all nodes are told to do. */
    public static final String CONTROL = "tracker.control";

    /** The webhooks: who is told of what, how far each is, and what was given up on. */
    public static final String WEBHOOKS = "tracker.webhooks";

    /** Which node holds what, as each says of itself. */
    public static final String NODES = "tracker.nodes";

    public static final String DEAD_LETTERS = "tracker.dead-letters";

    public static final List<String> ALL =
            List.of(COMMANDS, EVENTS, RESULTS, SCHEMAS, CHECKPOINTS, CONTROL, WEBHOOKS, NODES, DEAD_LETTERS);

    private Topics() {}
}
