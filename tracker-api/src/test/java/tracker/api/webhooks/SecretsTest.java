package tracker.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.api.blobs.DirectoryBlobStore;

class SecretsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void anOldSecretCountsUntilItsTimeIsOver() {
        Secrets secrets = new Secrets(new DirectoryBlobStore(folder), new SecureRandom());
        String first = secrets.make("plan", "one");
        String second = secrets.rotate("plan", "one", NOON);

        assertThat(secrets.of("plan", "one", NOON)).containsExactly(bytes(second), bytes(first));
        assertThat(secrets.of("plan", "one", NOON.plusMillis(1))).containsExactly(bytes(second));
        String third = secrets.rotate("plan", "one", NOON.plusSeconds(60));
        assertThat(secrets.of("plan", "one", NOON)).containsExactly(bytes(third), bytes(second));
        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void whatWasDestroyedOrNeverMadeSignsNothing() {
        Secrets secrets = new Secrets(new DirectoryBlobStore(folder), new SecureRandom());
        String kept = secrets.make("plan", "kept");
        secrets.make("plan", "gone");
        secrets.destroy("plan", "gone");

        assertThat(secrets.of("plan", "gone", NOON)).isEmpty();
        assertThat(secrets.of("plan", "never", NOON)).isEmpty();
        assertThat(secrets.of("plan", "kept", NOON)).containsExactly(bytes(kept));
    }

    private static byte[] bytes(String secret) {
        return Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }
}
