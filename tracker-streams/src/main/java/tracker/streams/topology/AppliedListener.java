package tracker.streams.topology;

/** Told, on the stream's own thread, that the views of a plan have applied everything up to a position. Must be quick. */
@FunctionalInterface
public interface AppliedListener {
    void applied(String plan, long position);

    /** The stores begin anew, as they were last committed: what was applied after that is gone, and will be applied again. */
    default void begun() {}
}
