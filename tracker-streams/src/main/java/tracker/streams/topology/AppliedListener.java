package tracker.streams.topology;

/** Told, on the stream's own thread, that the views of a plan have applied everything up to a position. Must be quick. */
@FunctionalInterface
public interface AppliedListener extends TaskListener {
    void applied(String plan, long position);
}
