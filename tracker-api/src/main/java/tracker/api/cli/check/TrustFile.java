package tracker.api.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tracker.api.cli.outcome.Failure;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.Trust;
import tracker.streams.audit.VerifierKey;
import tracker.streams.codec.ViewJson;

/** What an auditor verifies by: a file with what {@code /api/v1/audit/trust} said once. */
public final class TrustFile {
    private final ViewJson json = new ViewJson();

    /** {@code earlier} are checkpoints that were kept, in their files. */
    public Trust read(Path file, List<Path> earlier) throws IOException {
        List<SignedNote> kept = new ArrayList<>();
        for (Path path : earlier) {
            kept.add(note(path));
        }
        return trust(parse(file), kept);
    }

    public Trust read(Path file) throws IOException {
        return read(file, List.of());
    }

    /**
     * Writes what a tracker says of itself now. A file that is there is replaced only by one that vouches for all that it did: what was
     * trusted is not forgotten because somebody says so.
     */
    public Trust write(Path file, JsonNode answer) throws IOException {
        Trust trust = trust(answer, List.of());
        if (Files.exists(file)) {
            Trust before = read(file);
            if (!before.origin().equals(trust.origin())
                    || before.partitions() != trust.partitions()
                    || !new HashSet<>(trust.keys()).containsAll(before.keys())) {
                throw Failure.refuted(
                        file + " 所信任的与跟踪系统现在所说的不同，未作更改。",
                        file + " trusts what the tracker does not say any more; it was left as it is.");
            }
        }
        Files.write(file, json.encode(answer));
        return trust;
    }

    /** A checkpoint that was kept. */
    public static SignedNote note(Path file) throws IOException {
        try {
            return SignedNote.parse(Files.readString(file));
        } catch (IllegalArgumentException malformed) {
            throw Failure.unusable("不是检查点：" + file, "That is no checkpoint: " + file);
        }
    }

    private JsonNode parse(Path file) throws IOException {
        try {
            return json.read(Files.readAllBytes(file));
        } catch (UncheckedIOException malformed) {
            throw unusable();
        }
    }

    private static Trust trust(JsonNode known, List<SignedNote> kept) {
        List<VerifierKey> keys = new ArrayList<>();
        try {
            known.path("keys").forEach(key -> keys.add(VerifierKey.parse(key.asText())));
        } catch (IllegalArgumentException malformed) {
            throw unusable();
        }
        String origin = known.path("origin").asText();
        int partitions = known.path("partitions").asInt();
        if (keys.isEmpty() || origin.isEmpty() || partitions < 1) {
            throw unusable();
        }
        return new Trust(origin, partitions, keys, kept);
    }

    private static Failure unusable() {
        return Failure.unusable(
                "信任文件须含 origin、partitions 和 keys。", "What to trust is said by origin, partitions and keys.");
    }
}
