package tracker.api.evidence;

/** A file that backs a report, under the name that it was handed in with. {@code mediaType}: as it was declared. */
public record EvidenceFile(String plan, String sha256, String name, String mediaType, long size) {}
