package tracker.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.audit.CheckpointSigner;

/** Keys come and go, and somebody signs always. */
class KeyFileTest {
    @TempDir
    private Path data;

    @Test
    void aKeyIsAddedAndAnotherRetiredAndVouchedForStill() throws Exception {
        CheckpointSigner first =
                AuditKeys.of(data, "tracker.events/log").signers().get(0);
        KeyFile file = new KeyFile(data);
        KeyFile.Key old = file.keys().get(0);
        assertThat(old.key()).isEqualTo(first.key().text());
        KeyFile.Key added = file.rotate();
        assertThat(added.name()).isEqualTo("tracker-log");
        assertThat(AuditKeys.of(data, "tracker.events/log").signers()).hasSize(2);

        assertThat(file.retire(old.id())).get().matches(key -> !key.signs());
        assertThat(file.retire(old.id())).isEmpty();
        AuditKeys keys = AuditKeys.of(data, "tracker.events/log");
        assertThat(keys.signers()).extracting(signer -> signer.key().text()).containsExactly(added.key());
        assertThat(keys.verifiers()).contains(first.key()).hasSize(2);
        assertThat(Files.readString(data.resolve("checkpoint-keys")).lines().filter(CheckpointSigner::isSecret))
                .hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("checkpoint-keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theLastKeyThatSignsIsNotRetired() throws Exception {
        AuditKeys.of(data, "tracker.events/log");
        KeyFile file = new KeyFile(data);
        String before = Files.readString(data.resolve("checkpoint-keys"));
        String id = file.keys().get(0).id();
        assertThatThrownBy(() -> file.retire(id)).isInstanceOf(KeyFile.LastKeyException.class);
        assertThat(data.resolve("checkpoint-keys")).hasContent(before);
    }
}
