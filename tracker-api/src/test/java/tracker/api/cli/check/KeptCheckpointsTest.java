package tracker.api.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.domain.event.Hash;

/** What was kept is evidence: only what goes on from it takes its place. */
class KeptCheckpointsTest {
    private final CheckpointSigner signer = CheckpointSigner.of(CheckpointSigner.newSecret("k", new SecureRandom()));

    @TempDir
    private Path home;

    @Test
    void aCheckpointIsReplacedByALargerOneOfItsLogOnly() throws Exception {
        KeptCheckpoints kept = new KeptCheckpoints(home.resolve("kept"));
        Path file = home.resolve("kept/checkpoint-2.txt");
        assertThat(kept.keep(List.of(of("log/2", 10)))).isEmpty();
        assertThat(kept.keep(List.of(of("log/2", 11)))).isEmpty();
        assertThat(kept.keep(List.of(of("log/2", 9)))).containsExactly(file);
        assertThat(kept.keep(List.of(of("other/2", 12)))).containsExactly(file);
        assertThat(Opened.unverified(2, TrustFile.note(file)).size()).isEqualTo(11);
    }

    private Opened of(String origin, long size) {
        Checkpoint checkpoint = new Checkpoint(origin, size, Hash.NONE, List.of());
        return Opened.unverified(2, CheckpointSigner.sign(checkpoint, List.of(signer)));
    }
}
