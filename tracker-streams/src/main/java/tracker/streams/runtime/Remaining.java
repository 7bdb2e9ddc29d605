package tracker.streams.runtime;

/** What a node has still to do before it can be used: rows of its stores to bring back, and then events to apply. Both as far as is known by now. */
public record Remaining(long rows, long events) {}
