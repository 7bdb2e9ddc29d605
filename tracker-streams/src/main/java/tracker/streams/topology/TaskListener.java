package tracker.streams.topology;

/** Told, on the stream's own thread, whose stores are whole here: those of a partition from the moment that its task begins to work until it ends. */
public interface TaskListener {
    /** The stores are as they were last committed: what was applied after that is gone, and will be applied again. */
    default void begun(int partition) {}

    default void ended(int partition) {}
}
