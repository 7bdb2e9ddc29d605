package tracker.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tracker.api.cli.check.KeptCheckpoints;
import tracker.api.cli.check.Opened;
import tracker.api.cli.check.Proved;
import tracker.api.cli.check.TrustFile;
import tracker.api.cli.client.Query;
import tracker.api.cli.client.Remote;
import tracker.api.cli.outcome.Exit;
import tracker.api.cli.outcome.Failure;
import tracker.streams.audit.SignedNote;

/** Lists what was signed of a plan's log, or holds a checkpoint that was kept against the log as it is. */
@Command(
        name = "checkpoints",
        description = {
            "列出规划日志的检查点；或以所保存的检查点核对运行中的日志。",
            "Lists the checkpoints of a plan's log, or holds a kept one against the running log."
        })
final class CheckpointsCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    @Mixin(name = Output.NAME)
    private Output output;

    @Mixin
    private Connection connection;

    @Option(
            names = "--plan",
            required = true,
            paramLabel = "PLAN",
            description = {"规划", "the plan"})
    private String plan;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = {"离线核验签名所依据的文件；--check 必需", "verifies signatures offline by this file; --check needs it"})
    private Path trust;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = {"把最新的检查点存入此目录", "keeps the last checkpoint here"})
    private Path keep;

    @Option(
            names = "--check",
            paramLabel = "FILE",
            description = {"日志是否延续这个检查点", "whether the log extends this checkpoint"})
    private Path check;

    @Override
    public Integer call() throws IOException {
        Proved proved = trust == null ? null : new Proved(new TrustFile().read(trust));
        if (check == null) {
            return list(proved);
        }
        if (proved == null || keep != null) {
            throw Failure.unusable(
                    "--check 须同时给出 --trust，且不能与 --keep 并用。", "--check needs --trust, and goes without --keep.");
        }
        return extended(proved, proved.kept(TrustFile.note(check)));
    }

    private int list(Proved proved) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        Remote remote = connection.remote();
        Query query = Query.of("plans", plan, "audit", "checkpoints").with("limit", PAGE);
        String cursor = null;
        do {
            JsonNode page = remote.get(query.with("cursor", cursor));
            page.path("items").forEach(items::add);
            cursor = page.path("next").asText(null);
        } while (cursor != null);
        Exit exit = Exit.DONE;
        for (JsonNode item : items) {
            String fault = proved == null ? null : fault(proved, item);
            exit = fault == null ? exit : Exit.REFUTED;
            say(item, proved == null ? "" : fault == null ? "✓" : "✗ " + fault);
            if (proved != null) {
                ((ObjectNode) item).put("verified", fault == null);
            }
        }
        if (output.json()) {
            output.document(Map.of("items", items));
        }
        if (keep != null && exit == Exit.DONE) {
            items.stream()
                    .map(item -> proved == null ? unverified(item) : proved.checkpoint(item))
                    .max(Comparator.comparingLong(Opened::size))
                    .ifPresent(this::keep);
        }
        return exit.code();
    }

    /** Null where the signature holds. */
    private String fault(Proved proved, JsonNode item) {
        try {
            proved.checkpoint(item);
            return null;
        } catch (Failure failure) {
            return output.words(failure.message());
        }
    }

    private void say(JsonNode item, String verdict) {
        if (!output.json()) {
            output.line("%s  %s  %s  %s  %s"
                    .formatted(
                            item.path("size").asText(),
                            item.path("time").asText(),
                            item.path("root").asText(),
                            String.join(",", texts(item.path("signers"))),
                            verdict)
                    .strip());
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private void keep(Opened latest) {
        try {
            for (Path left : new KeptCheckpoints(keep).keep(List.of(latest))) {
                throw Failure.refuted(
                        "所保存的 " + left + " 比日志的最新检查点更新，或属于另一份日志；未作更改。",
                        left
                                + " was kept of more events than the log has signed now, or of another log; it was left as it is.");
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Opened unverified(JsonNode item) {
        try {
            return Opened.unverified(
                    item.path("partition").asInt(),
                    SignedNote.parse(item.path("note").asText()));
        } catch (IllegalArgumentException malformed) {
            throw Failure.refuted("应答中的检查点有误。", "The answer's checkpoint is none.");
        }
    }

    private int extended(Proved proved, Opened kept) throws IOException {
        JsonNode answer = connection
                .remote()
                .post(
                        Query.of("plans", plan, "audit", "verify"),
                        Map.of("checkpoint", kept.note().encoded()));
        if (!answer.path("verified").asBoolean()) {
            String problem = answer.path("problem").asText();
            throw Failure.refuted("日志未延续该检查点：" + problem, "The log does not extend that checkpoint: " + problem);
        }
        Opened latest = proved.checkpoint(answer.path("latest"));
        proved.extended(kept, latest, answer.path("consistency"));
        if (output.json()) {
            Map<String, Object> verdict = new LinkedHashMap<>();
            verdict.put("verified", true);
            verdict.put("origin", kept.checkpoint().origin());
            verdict.put("from", kept.size());
            verdict.put("to", latest.size());
            verdict.put("root", latest.checkpoint().root().hex());
            output.document(verdict);
        } else {
            output.say(
                    "通过：日志由 %d 个事件延续至 %d 个，根 %s",
                    "verified: the log extends from %d events to %d, root %s",
                    kept.size(),
                    latest.size(),
                    latest.checkpoint().root().hex());
        }
        return Exit.DONE.code();
    }
}
