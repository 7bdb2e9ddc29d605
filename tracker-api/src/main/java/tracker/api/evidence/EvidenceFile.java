package tracker.api.evidence;

import java.time.Instant;

/**
 * A file that backs a report, under the name that it was handed in with. {@code mediaType}: as it was declared;
 * {@code since}: when it was handed in.
 */
public record EvidenceFile(String plan, String sha256, String name, String mediaType, long size, Instant since) {}
