package tracker.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tracker.api.cli.client.Query;
import tracker.api.cli.client.Remote;
import tracker.api.cli.outcome.Exit;

/** Sets two moments of a plan side by side: what moved, by whom, and why. */
@Command(
        name = "compare",
        description = {
            "并列比较规划的两个时刻：何者变动、由谁、为何。",
            "Sets two moments of a plan side by side: what moved, by whom, and why."
        })
final class Compare implements Callable<Integer> {
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
            names = "--from",
            required = true,
            paramLabel = "TIME",
            description = {"较早的时刻（RFC 3339）", "the earlier moment (RFC 3339)"})
    private String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = {"较晚的时刻，默认现在", "the later moment; now unless given"})
    private String to;

    @Option(
            names = "--subject",
            paramLabel = "KIND/ID",
            description = {"只要该对象", "this subject only"})
    private String subject;

    @Option(
            names = "--department",
            paramLabel = "ID",
            description = {"只要该牵头部门的", "led by this department only"})
    private String department;

    @Option(
            names = "--rating",
            paramLabel = "RATING",
            description = {"只要后来为该评级的", "of this rating afterwards only"})
    private String rating;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = {"只要该类对象", "of this kind only"})
    private String kind;

    @Override
    public Integer call() throws IOException {
        JsonNode comparison = whole(connection.remote());
        if (output.json()) {
            output.document(comparison);
        } else {
            new ComparisonText(output).say(comparison);
        }
        return Exit.DONE.code();
    }

    /** All pages as one. The later moment of the first page is that of all. */
    private JsonNode whole(Remote remote) {
        Query query = Query.of("plans", plan, "compare")
                .with("from", from)
                .with("subject", subject)
                .with("department", department)
                .with("rating", rating)
                .with("kind", kind)
                .with("limit", PAGE);
        ObjectNode first = (ObjectNode) remote.get(query.with("to", to));
        ArrayNode items = first.withArray("items");
        String until = to != null ? to : first.path("to").path("recordedAt").asText();
        String cursor = first.path("next").asText(null);
        while (cursor != null) {
            JsonNode page = remote.get(query.with("to", until).with("cursor", cursor));
            page.path("items").forEach(items::add);
            cursor = page.path("next").asText(null);
        }
        first.remove("next");
        return first;
    }
}
