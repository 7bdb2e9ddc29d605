package tracker.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tracker.api.cli.client.Query;
import tracker.api.cli.outcome.Exit;
import tracker.streams.domain.Text;

/** Lists the plans that are tracked. */
@Command(
        name = "plans",
        description = {"列出各规划。", "Lists the plans."})
final class Plans implements Callable<Integer> {
    @Mixin(name = Output.NAME)
    private Output output;

    @Mixin
    private Connection connection;

    @Override
    public Integer call() throws IOException {
        JsonNode plans = connection.remote().get(Query.of("plans"));
        if (output.json()) {
            output.document(plans);
        } else {
            plans.path("items").forEach(this::say);
        }
        return Exit.DONE.code();
    }

    private void say(JsonNode plan) {
        JsonNode name = plan.path("name");
        String simulated =
                plan.path("simulated").asBoolean() ? output.words(new Text("  （虚构数据）", "  (made-up figures)")) : "";
        output.line(plan.path("id").asText() + "  "
                + output.words(
                        new Text(name.path("zh").asText(), name.path("en").asText()))
                + simulated);
    }
}
