package tracker.api.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tracker.api.cli.check.KeptCheckpoints;
import tracker.api.cli.check.Opened;
import tracker.api.cli.check.TrustFile;
import tracker.api.cli.outcome.Exit;
import tracker.streams.audit.ArchiveVerifier;
import tracker.streams.audit.Trust;
import tracker.streams.audit.Verification;
import tracker.streams.codec.EventCodec;

/** Verifies one archive: chains, orders, trees, signatures, and that it extends checkpoints that were kept earlier. */
@Command(
        name = "verify",
        description = {
            "离线核验一个事件档案；发现第一处问题即指明其位置。",
            "Verifies an event archive offline, and names where the first fault lies."
        })
final class Verify implements Callable<Integer> {
    @Mixin(name = Output.NAME)
    private Output output;

    @Parameters(
            index = "0",
            paramLabel = "ARCHIVE",
            description = {"事件档案（.avro）", "the archive"})
    private Path archive;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = {"tracker trust 保存的文件", "the file that 'tracker trust' kept"})
    private Path trust;

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description = {"此前保存的检查点，可重复", "a checkpoint that was kept earlier; may be repeated"})
    private List<Path> earlier = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = {"把本次的检查点存入此目录", "keeps the archive's last checkpoints here"})
    private Path keep;

    @Override
    public Integer call() throws IOException {
        Trust known = new TrustFile().read(trust, earlier);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(archive))) {
            Verification result = new ArchiveVerifier(new EventCodec(), known).verify(in);
            if (output.json()) {
                output.document(result.summary());
            } else if (result instanceof Verification.Refuted refuted) {
                say(refuted);
            }
            if (!(result instanceof Verification.Verified verified)) {
                return Exit.REFUTED.code();
            }
            if (!output.json()) {
                say(verified);
            }
            keep(verified);
            return Exit.DONE.code();
        }
    }

    private void keep(Verification.Verified verified) throws IOException {
        if (keep == null) {
            return;
        }
        List<Opened> latest = verified.partitions().stream()
                .filter(partition -> partition.latest() != null)
                .map(partition -> Opened.unverified(
                        partition.partition(), partition.latest().note()))
                .toList();
        for (Path left : new KeptCheckpoints(keep).keep(latest)) {
            output.note("未替换较新的检查点 %s", "%s is a later checkpoint, and was left as it is", left);
        }
    }

    private void say(Verification.Verified verified) {
        output.say(
                "通过：%d 个事件，%d 个规划，%d 个对象",
                "verified: %d events, %d plans, %d subjects",
                verified.counts().events(),
                verified.counts().plans(),
                verified.counts().subjects());
        if (!verified.treesVerified()) {
            output.say(
                    "  部分档案：其中的事件前后相连，但是否为已签名者、有无遗漏，无从得知",
                    "  a part only: what is in it is linked; whether it is what was signed, and all of it, cannot be shown");
        }
        for (Verification.PartitionState partition : verified.partitions()) {
            output.say(
                    "  分区 %d：%d 个事件，根 %s",
                    "  partition %d: %d events, root %s",
                    partition.partition(),
                    partition.events(),
                    partition.root() == null ? "-" : partition.root().hex());
        }
    }

    private void say(Verification.Refuted refuted) {
        output.say("不通过：%d 处问题", "refuted: %d findings", refuted.total());
        refuted.firstBad().ifPresent(place -> output.say("  最早有问题的事件：%s", "  first bad event: %s", place.text()));
        refuted.findings().forEach(finding -> output.line("  " + finding.text()));
    }
}
