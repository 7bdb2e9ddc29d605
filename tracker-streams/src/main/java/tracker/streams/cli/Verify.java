package tracker.streams.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tracker.streams.audit.ArchiveVerifier;
import tracker.streams.audit.SignedNote;
import tracker.streams.audit.Trust;
import tracker.streams.audit.Verification;
import tracker.streams.audit.VerifierKey;
import tracker.streams.codec.EventCodec;

/** Verifies one archive: chains, orders, trees, signatures, and that it extends checkpoints that were kept earlier. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {"核验一个事件档案；发现第一处问题即指明其位置。", "Verifies an event archive, and names where the first fault lies."},
        exitCodeListHeading = "%n",
        exitCodeList = {"0:通过 verified", "1:不通过 refuted", "2:无法核验 cannot be verified"})
final class Verify implements Callable<Integer> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int UNUSABLE = 2;

    @Parameters(
            index = "0",
            paramLabel = "ARCHIVE",
            description = {"事件档案（.avro）", "the archive"})
    private Path archive;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = {"/api/v1/audit/trust 给出的文件", "what /api/v1/audit/trust gave"})
    private Path trust;

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description = {"此前保存的检查点，可重复", "a checkpoint that was kept earlier; may be repeated"})
    private List<Path> earlier = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "DIRECTORY",
            description = {"把本次的检查点存入此目录", "keeps the archive's last checkpoints here"})
    private Path keep;

    @Option(
            names = "--json",
            description = {"以 JSON 输出", "answers in JSON"})
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            Verification result = new ArchiveVerifier(new EventCodec(), trust()).verify(in);
            say(result);
            if (result instanceof Verification.Verified verified) {
                keep(verified);
                return 0;
            }
            return 1;
        } catch (IOException | IllegalArgumentException unusable) {
            out().println("无法核验 · cannot be verified: " + unusable);
            return UNUSABLE;
        }
    }

    private Trust trust() throws IOException {
        JsonNode known = MAPPER.readTree(Files.readAllBytes(trust));
        List<VerifierKey> keys = new ArrayList<>();
        known.path("keys").forEach(key -> keys.add(VerifierKey.parse(key.asText())));
        List<SignedNote> kept = new ArrayList<>();
        for (Path file : earlier) {
            kept.add(SignedNote.parse(Files.readString(file)));
        }
        return new Trust(known.path("origin").asText(), known.path("partitions").asInt(), keys, kept);
    }

    private void keep(Verification.Verified verified) throws IOException {
        if (keep == null) {
            return;
        }
        Files.createDirectories(keep);
        for (Verification.PartitionState partition : verified.partitions()) {
            if (partition.latest() != null) {
                Files.writeString(
                        keep.resolve("checkpoint-" + partition.partition() + ".txt"),
                        partition.latest().note().encoded());
            }
        }
    }

    private void say(Verification result) throws JsonProcessingException {
        if (json) {
            out().println(MAPPER.writeValueAsString(result.summary()));
            return;
        }
        if (result instanceof Verification.Verified verified) {
            out().printf(
                            "通过 · verified: %d events, %d plans, %d subjects%n",
                            verified.counts().events(),
                            verified.counts().plans(),
                            verified.counts().subjects());
            for (Verification.PartitionState partition : verified.partitions()) {
                out().printf(
                                "  %d: %d events, root %s%n",
                                partition.partition(),
                                partition.events(),
                                partition.root() == null
                                        ? "-"
                                        : partition.root().hex());
            }
            return;
        }
        Verification.Refuted refuted = (Verification.Refuted) result;
        out().printf("不通过 · refuted: %d findings%n", refuted.total());
        refuted.firstBad().ifPresent(place -> out().println("  first bad event: " + place.text()));
        refuted.findings().forEach(finding -> out().println("  " + finding.text()));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
