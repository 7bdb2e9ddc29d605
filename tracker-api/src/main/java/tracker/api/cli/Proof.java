package tracker.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tracker.api.cli.check.Opened;
import tracker.api.cli.check.Proved;
import tracker.api.cli.check.TrustFile;
import tracker.api.cli.client.Query;
import tracker.api.cli.outcome.Exit;
import tracker.streams.domain.event.Event;

/** Fetches the proof that an event is in the log, and verifies it here: from its bytes to a root that was signed. */
@Command(
        name = "proof",
        description = {
            "取得某事件在日志中的证明，并离线核验：由事件字节到已签名的根。",
            "Fetches the proof of an event and verifies it offline: from its bytes to a signed root."
        })
final class Proof implements Callable<Integer> {
    @Mixin(name = Output.NAME)
    private Output output;

    @Mixin
    private Connection connection;

    @Parameters(
            index = "0",
            paramLabel = "EVENT_ID",
            description = {"事件", "the event"})
    private String eventId;

    @Option(
            names = "--plan",
            required = true,
            paramLabel = "PLAN",
            description = {"规划", "the plan"})
    private String plan;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = {"tracker trust 保存的文件", "the file that 'tracker trust' kept"})
    private Path trust;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = {"同时证明日志延续这个检查点", "also that the log extends this checkpoint"})
    private Path since;

    @Override
    public Integer call() throws IOException {
        Proved proved = new Proved(new TrustFile().read(trust));
        Opened kept = since == null ? null : proved.kept(TrustFile.note(since));
        JsonNode answer = connection
                .remote()
                .get(Query.of("plans", plan, "audit", "proofs", eventId)
                        .with("since", kept == null ? null : kept.size()));
        Proved.Included included = proved.included(plan, eventId, answer);
        if (kept != null) {
            proved.extended(kept, included.checkpoint(), answer.path("consistency"));
        }
        say(included, kept);
        return Exit.DONE.code();
    }

    private void say(Proved.Included included, Opened kept) {
        Event event = included.event();
        if (output.json()) {
            Map<String, Object> verdict = new LinkedHashMap<>();
            verdict.put("verified", true);
            verdict.put("eventId", event.id());
            verdict.put("subject", event.subject().key());
            verdict.put("version", event.version());
            verdict.put("position", event.position());
            verdict.put("hash", included.hash().hex());
            verdict.put("leafHash", included.leafHash().hex());
            verdict.put("index", included.index());
            verdict.put("size", included.checkpoint().size());
            verdict.put("root", included.checkpoint().checkpoint().root().hex());
            if (kept != null) {
                verdict.put("since", kept.size());
            }
            output.document(verdict);
            return;
        }
        output.say(
                "通过：%s 第 %d 版（%s）是日志的第 %d 个事件，共 %d 个；根 %s",
                "verified: %s version %d (%s) is event %d of the log's %d; root %s",
                event.subject().key(),
                event.version(),
                event.fact().type(),
                included.index(),
                included.checkpoint().size(),
                included.checkpoint().checkpoint().root().hex());
        if (kept != null) {
            output.say("  并延续 %d 个事件的检查点", "  and extends the checkpoint of %d events", kept.size());
        }
    }
}
