package tracker.api.evidence;

import java.io.InputStream;
import tracker.streams.domain.Actor;

/** A file that somebody hands in. {@code sha256} is null where the giver does not say what its digest should be. */
public record Offer(String plan, Actor giver, String name, String mediaType, String sha256, InputStream bytes) {}
