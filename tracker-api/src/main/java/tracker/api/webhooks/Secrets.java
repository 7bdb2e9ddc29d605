package tracker.api.webhooks;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tracker.api.blobs.BlobStore;
import tracker.streams.codec.InternalJson;

/** The keys that messages are signed with. They lie beside the log with the keys of persons: never in it, and never in an answer but the first. */
public final class Secrets {
    private static final String FOLDER = "webhooks/";
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private final BlobStore store;
    private final SecureRandom random;
    private final InternalJson<Kept> json = new InternalJson<>(Kept.class);

    /** {@code before} is valid beside {@code now} until {@code until}; both null before the first rotation. */
    private record Kept(byte[] now, byte[] before, Instant until) {}

    public Secrets(BlobStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
    }

    /** A new secret in place of whatever was there, as the receiver needs it. */
    public String make(String plan, String webhook) {
        return keep(plan, webhook, null, null);
    }

    /** As {@link #make}; the one of before still counts until {@code until}. */
    public String rotate(String plan, String webhook, Instant until) {
        return keep(plan, webhook, find(plan, webhook).map(Kept::now).orElse(null), until);
    }

    /** What to sign with now, the newest first; none where the webhook is no more. */
    public List<byte[]> of(String plan, String webhook, Instant now) {
        return find(plan, webhook)
                .map(kept -> kept.before == null || now.isAfter(kept.until)
                        ? List.of(kept.now)
                        : List.of(kept.now, kept.before))
                .orElse(List.of());
    }

    public void destroy(String plan, String webhook) {
        store.delete(key(plan, webhook));
    }

    private Optional<Kept> find(String plan, String webhook) {
        return store.get(key(plan, webhook)).map(json::decode);
    }

    private String keep(String plan, String webhook, byte[] before, Instant until) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        store.put(key(plan, webhook), json.encode(new Kept(secret, before, until)));
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    private static String key(String plan, String webhook) {
        return FOLDER + plan + "/" + webhook;
    }
}
