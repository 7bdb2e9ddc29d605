package tracker.api.view;

/** A JSON answer and the version that its ETag names. */
public record Versioned(long version, byte[] json) {}
