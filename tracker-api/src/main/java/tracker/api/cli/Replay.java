package tracker.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tracker.api.cli.client.EventStream;
import tracker.api.cli.client.Query;
import tracker.api.cli.client.Remote;
import tracker.api.cli.outcome.Exit;
import tracker.streams.codec.ViewJson;

/** Prints a plan's events in the log's order, page by page; and then those that come. */
@Command(
        name = "replay",
        description = {"按日志顺序重放规划的事件，每行一个。", "Replays a plan's events in the log's order, one a line."})
final class Replay implements Callable<Integer> {
    private static final int PAGE = 500;

    @Mixin(name = Output.NAME)
    private Output output;

    @Mixin
    private Connection connection;

    @Mixin
    private EventFilters filters;

    @Option(
            names = "--plan",
            required = true,
            paramLabel = "PLAN",
            description = {"规划", "the plan"})
    private String plan;

    @Option(
            names = "--after",
            paramLabel = "POSITION",
            description = {"从此位置之后开始", "begins after this position"})
    private long after;

    @Option(
            names = "--follow",
            description = {"随后继续输出新的事件，断线后自动续接", "goes on with new events, and resumes by itself after a cut"})
    private boolean follow;

    @Spec
    private CommandSpec spec;

    private final ViewJson json = new ViewJson();

    @Override
    public Integer call() throws IOException {
        output.beginLines();
        Remote remote = connection.remote();
        long last = pages(remote);
        output.flush();
        if (follow) {
            Query stream = filters.on(Query.of("plans", plan, "events", "stream"));
            new EventStream(
                            remote,
                            stream,
                            last,
                            Surroundings.of(spec).pause(),
                            why -> output.note("连接中断，续接中：%s", "The line was cut, resuming: %s", why))
                    .follow(event -> {
                        print(event);
                        output.flush();
                    });
        }
        return Exit.DONE.code();
    }

    /** The position up to which everything wanted has been printed. */
    private long pages(Remote remote) {
        Query query = filters.on(Query.of("plans", plan, "events")).with("limit", PAGE);
        long last = after;
        while (true) {
            JsonNode page = remote.get(query.with("after", last));
            for (JsonNode event : page.path("items")) {
                print(event);
                last = event.path("position").asLong();
            }
            output.flush();
            if (!page.hasNonNull("next")) {
                return last;
            }
            last = page.path("next").asLong();
        }
    }

    private void print(JsonNode event) {
        output.line(output.json() ? new String(json.encode(event), StandardCharsets.UTF_8) : readable(event));
    }

    private static String readable(JsonNode event) {
        StringBuilder line = new StringBuilder();
        line.append(event.path("position").asText())
                .append("  ")
                .append(event.path("recordedAt").asText())
                .append("  ")
                .append(event.path("kind").asText())
                .append('/')
                .append(event.path("subject").asText())
                .append(" v")
                .append(event.path("version").asText())
                .append("  ")
                .append(event.path("type").asText());
        append(line, " ", event.path("period"));
        append(line, "  ", event.path("actor").path("user"));
        append(line, "  ", event.path("reason"));
        return line.toString();
    }

    private static void append(StringBuilder line, String before, JsonNode value) {
        if (value.isValueNode() && !value.isNull()) {
            line.append(before).append(value.asText());
        }
    }
}
