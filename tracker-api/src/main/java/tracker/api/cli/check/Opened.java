package tracker.api.cli.check;

import java.util.stream.IntStream;
import tracker.api.cli.outcome.Failure;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.Trust;

/** A checkpoint that was looked into. Whether it is one of the trusted log was verified, where there is a trust. */
public record Opened(int partition, Checkpoint checkpoint, SignedNote note) {
    private static final int UNKNOWN = -1;

    /** Its signature holds, and it is of the log that is trusted; anything else is a {@link Failure}. */
    public static Opened verified(SignedNote note, Trust trust) {
        Opened opened = open(note);
        int partition = IntStream.range(0, trust.partitions())
                .filter(number -> Checkpoint.origin(trust.origin(), number)
                        .equals(opened.checkpoint().origin()))
                .findFirst()
                .orElseThrow(() -> Failure.refuted(
                        "检查点属于另一份日志：" + opened.checkpoint().origin(),
                        "The checkpoint is of another log: "
                                + opened.checkpoint().origin()));
        SignedNote.Check check = note.check(trust.keys());
        if (!check.holds()) {
            throw check.bad().isEmpty()
                    ? Failure.refuted("检查点不是由受信任的密钥签名的。", "No trusted key has signed the checkpoint.")
                    : Failure.refuted("检查点的签名不成立。", "The checkpoint's signature is bad.");
        }
        return new Opened(partition, opened.checkpoint(), note);
    }

    /** Believed as it is said. */
    public static Opened unverified(int partition, SignedNote note) {
        return new Opened(partition, open(note).checkpoint(), note);
    }

    public long size() {
        return checkpoint.size();
    }

    private static Opened open(SignedNote note) {
        try {
            return new Opened(UNKNOWN, Checkpoint.parse(note.text()), note);
        } catch (IllegalArgumentException malformed) {
            throw Failure.refuted("已签名的内容不是检查点。", "What was signed is no checkpoint.");
        }
    }
}
