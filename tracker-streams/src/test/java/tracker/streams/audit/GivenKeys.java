package tracker.streams.audit;

import java.security.SecureRandom;
import java.util.List;

/** Two signers: the log's, and one that nobody trusts. */
final class GivenKeys {
    static final CheckpointSigner OURS =
            CheckpointSigner.of("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    /** Says that it is ours: the name is the same, the key is not. */
    static final CheckpointSigner FORGER =
            CheckpointSigner.of(CheckpointSigner.newSecret(OURS.key().name(), new SecureRandom()));

    private GivenKeys() {}

    static SignedNote note(Checkpoint checkpoint) {
        return CheckpointSigner.sign(checkpoint, List.of(OURS));
    }

    static Trust trust(SignedNote... earlier) {
        return new Trust(GivenLog.ORIGIN, GivenLog.PARTITIONS, List.of(OURS.key()), List.of(earlier));
    }
}
