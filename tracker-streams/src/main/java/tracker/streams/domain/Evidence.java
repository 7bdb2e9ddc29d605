package tracker.streams.domain;

/** A link to a document that backs a report. {@code sha256}: 64 lower-case hexadecimal digits; {@code uri} may be null. */
public record Evidence(String name, String uri, String sha256) {}
