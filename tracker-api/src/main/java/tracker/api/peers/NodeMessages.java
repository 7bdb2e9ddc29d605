package tracker.api.peers;

import java.util.List;
import java.util.Set;
import tracker.api.audit.LogVerification;
import tracker.api.view.GenerationParts.Digest;
import tracker.api.view.GenerationParts.Part;
import tracker.streams.audit.SignedNote;
import tracker.streams.codec.InternalJson;
import tracker.streams.domain.event.Hash;

/** What nodes ask each other beside what they are asked themselves. A field that a newer node added is passed over by an older one. */
public final class NodeMessages {
    public static final InternalJson<Plans> PLANS = new InternalJson<>(Plans.class);
    public static final InternalJson<Notes> NOTES = new InternalJson<>(Notes.class);
    public static final InternalJson<Sign> SIGN = new InternalJson<>(Sign.class);
    public static final InternalJson<Extension> EXTENSION = new InternalJson<>(Extension.class);
    public static final InternalJson<Part> PARTS = new InternalJson<>(Part.class);
    public static final InternalJson<Digest> DIGESTS = new InternalJson<>(Digest.class);

    private NodeMessages() {}

    /** {@code items}: the plans of those partitions, each as the list of plans shows it. */
    public record Plans(Set<Integer> partitions, List<String> items) {}

    /** Signed notes, encoded. */
    public record Notes(List<String> notes) {
        public static Notes of(List<SignedNote> notes) {
            return new Notes(notes.stream().map(SignedNote::encoded).toList());
        }

        public List<SignedNote> parsed() {
            return notes.stream().map(SignedNote::parse).toList();
        }
    }

    public record Sign(long size, Hash root) {}

    public record Extension(LogVerification.Extended extended) {}
}
