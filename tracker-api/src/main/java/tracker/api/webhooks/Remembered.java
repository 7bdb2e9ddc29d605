package tracker.api.webhooks;

import java.time.Instant;

/**
 * What a request with an Idempotency-Key was answered, but for a secret. {@code content} is the SHA-256 of what it asked for; location and body
 * are null where it had none.
 */
public record Remembered(String content, int status, String location, String body, Instant at) {}
