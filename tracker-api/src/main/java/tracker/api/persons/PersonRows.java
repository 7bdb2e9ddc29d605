package tracker.api.persons;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tracker.api.blobs.BlobStore;

/**
 * What is kept of persons beside the log: each one's key under its id, and by the plan and a keyed hash of the name what stands for it in
 * the plan's events. Both are deleted when somebody is erased.
 */
final class PersonRows {
    private static final String FOLDER = "persons/";
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;

    private final BlobStore store;
    private final SecureRandom random;
    /** For the hashes of names, so that nobody who sees them can try names out. */
    private final byte[] secret;

    PersonRows(BlobStore store, SecureRandom random) {
        this.store = store;
        this.random = random;
        store.putIfAbsent(FOLDER + "secret", bytes(SECRET_BYTES));
        this.secret = store.get(FOLDER + "secret").orElseThrow();
    }

    Optional<byte[]> keyOf(String person) {
        return store.get(key(person));
    }

    /** What stands for a name in the plan's events; empty where nobody of that name has acted. */
    Optional<SealedName> find(String plan, String name) {
        return store.get(name(plan, name)).map(PersonRows::parse);
    }

    /** As {@link #find}; makes a person where there is none. Of two at once, one is kept. */
    SealedName findOrMake(String plan, String name) {
        return find(plan, name).orElseGet(() -> {
            String person = HexFormat.of().formatHex(bytes(ID_BYTES));
            byte[] key = bytes(SealedName.KEY_BYTES);
            // The key first: what is sealed must never be without it.
            store.put(key(person), key);
            SealedName made = SealedName.of(person, name, key, bytes(SealedName.NONCE_BYTES));
            if (store.putIfAbsent(name(plan, name), made.toString().getBytes(StandardCharsets.UTF_8))) {
                return made;
            }
            store.delete(key(person));
            return find(plan, name).orElseThrow(() -> new IllegalStateException("erased at the moment of its making"));
        });
    }

    /** Everybody who has acted in the plan and was not erased. */
    List<SealedName> all(String plan) {
        return store.list(FOLDER + "names/" + plan).stream()
                .flatMap(key -> store.get(key).stream())
                .map(PersonRows::parse)
                .toList();
    }

    /** The key first: from then on nobody can read the name. Doing it again changes nothing. */
    void destroy(String plan, String person) {
        store.delete(key(person));
        store.list(FOLDER + "names/" + plan).stream()
                .filter(key -> store.get(key)
                        .map(PersonRows::parse)
                        .filter(known -> known.person().equals(person))
                        .isPresent())
                .forEach(store::delete);
    }

    private static SealedName parse(byte[] row) {
        String[] parts = new String(row, StandardCharsets.UTF_8).split(":", 3);
        return new SealedName(parts[1], parts[2]);
    }

    private static String key(String person) {
        return FOLDER + "keys/" + person;
    }

    private String name(String plan, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] hash = mac.doFinal((plan + "/" + name).getBytes(StandardCharsets.UTF_8));
            return FOLDER + "names/" + plan + "/" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
