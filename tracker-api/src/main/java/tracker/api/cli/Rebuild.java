package tracker.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tracker.api.cli.client.Query;
import tracker.api.cli.client.Remote;
import tracker.api.cli.outcome.Exit;
import tracker.api.cli.outcome.Failure;

/** Builds the views anew beside those that are read, holds them against each other, and goes over. */
@Command(
        name = "rebuild",
        description = {
            "由事件重建视图，与现用视图比较摘要，一致则切换。",
            "Builds the views anew from the events, compares digests with those that are read, and switches if they are equal."
        })
final class Rebuild implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    @Mixin(name = Output.NAME)
    private Output output;

    @Mixin
    private Connection connection;

    @ArgGroup
    private Instead instead = new Instead();

    @Spec
    private CommandSpec spec;

    static final class Instead {
        @Option(
                names = "--check-only",
                description = {"只重建和比较，不切换", "builds and compares, and does not switch"})
        private boolean checkOnly;

        @Option(
                names = "--back",
                description = {"切换到另一代视图", "switches to the other generation"})
        private boolean back;

        @Option(
                names = "--retire",
                description = {"停用未被读取的一代", "stops the generation that is not read"})
        private boolean retire;

        @Option(
                names = "--status",
                description = {"显示各代视图", "shows the generations"})
        private boolean status;
    }

    @Override
    public Integer call() throws IOException {
        Remote remote = connection.remote();
        if (instead.status) {
            return generations(remote.get(views()));
        }
        if (instead.retire) {
            return generations(remote.delete(views("standby")));
        }
        if (instead.back) {
            // Whoever goes back may be leaving a generation that is wrong: it need not be equal.
            return generations(switchOver(remote, remote.get(views()), true));
        }
        return rebuild(remote);
    }

    private int rebuild(Remote remote) {
        JsonNode built = built(remote, remote.post(views("rebuild"), null));
        JsonNode comparison = remote.get(views("comparison"));
        boolean equal = comparison.path("equal").asBoolean();
        boolean switched = equal && !instead.checkOnly;
        int active = switched
                ? switchOver(remote, built, false).path("active").path("number").asInt()
                : built.path("active").path("number").asInt();
        say(comparison, equal, switched, active);
        return (equal ? Exit.DONE : Exit.REFUTED).code();
    }

    private JsonNode built(Remote remote, JsonNode begun) {
        JsonNode generations = begun;
        output.note("重建中……", "building …");
        while (!generations.path("standby").path("caughtUp").asBoolean()) {
            if (!generations.path("standby").isObject()) {
                throw Failure.refuted("重建中的一代视图已被停用。", "The generation that was being built has been retired.");
            }
            pause();
            generations = remote.get(views());
        }
        output.note(
                "第 %s 代已建成",
                "generation %s is built", generations.path("standby").path("number"));
        return generations;
    }

    private void pause() {
        try {
            Surroundings.of(spec).pause().of(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Failure.brokenOff("已中断。", "Interrupted.", interrupted);
        }
    }

    private static JsonNode switchOver(Remote remote, JsonNode generations, boolean force) {
        if (!generations.path("standby").isObject()) {
            throw Failure.refuted("没有另一代视图。", "There is no other generation.");
        }
        return remote.post(
                views("switch"),
                Map.of("to", generations.path("standby").path("number").asInt(), "force", force));
    }

    private static Query views(String... more) {
        String[] segments = new String[more.length + 1];
        segments[0] = "views";
        System.arraycopy(more, 0, segments, 1, more.length);
        return Query.of(segments);
    }

    private void say(JsonNode comparison, boolean equal, boolean switched, int active) {
        if (output.json()) {
            Map<String, Object> outcome = new LinkedHashMap<>();
            outcome.put("equal", equal);
            outcome.put("switched", switched);
            outcome.put("active", active);
            outcome.put("plans", comparison.path("plans"));
            output.document(outcome);
            return;
        }
        for (JsonNode plan : comparison.path("plans")) {
            output.line("%s @%s  %s  %s  %s"
                    .formatted(
                            plan.path("plan").asText(),
                            plan.path("position").asText(),
                            plan.path("active").asText(),
                            plan.path("equal").asBoolean() ? "=" : "≠",
                            plan.path("standby").asText()));
            plan.path("differing").forEach(subject -> output.line("  ≠ " + subject.asText()));
        }
        if (switched) {
            output.say("一致，现读取第 %d 代", "equal; generation %d is read now", active);
        } else if (equal) {
            output.say("一致，未切换；仍读取第 %d 代", "equal; not switched, generation %d is still read", active);
        } else {
            output.say("不一致，未切换；仍读取第 %d 代", "they differ; not switched, generation %d is still read", active);
        }
    }

    private int generations(JsonNode generations) {
        if (output.json()) {
            output.document(generations);
        } else {
            say("读取中", "read", generations.path("active"));
            if (generations.path("standby").isObject()) {
                say("备用", "beside", generations.path("standby"));
            }
        }
        return Exit.DONE.code();
    }

    private void say(String zh, String en, JsonNode generation) {
        output.say(
                "第 %s 代（" + zh + "）%s",
                "generation %s (" + en + ") %s",
                generation.path("number"),
                generation.path("caughtUp").asBoolean() ? generation.path("positions") : "…");
    }
}
