package tracker.api.cli;

import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import tracker.api.cli.client.Pause;

/** What a command sees of the machine that it runs on. */
record Surroundings(Map<String, String> environment, Clock clock, Pause pause) {
    static Surroundings of(CommandSpec spec) {
        return ((TrackerCommand) spec.root().userObject()).surroundings();
    }
}
