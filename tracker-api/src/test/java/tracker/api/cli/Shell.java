package tracker.api.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Runs commands in this process, with an environment of its own and pauses that do not last. */
final class Shell {
    private final Map<String, String> environment = new HashMap<>();
    private final List<Duration> pauses = new ArrayList<>();

    record Run(int code, String out, String err) {}

    Shell with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    List<Duration> pauses() {
        return pauses;
    }

    Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = TrackerCommand.of(new Surroundings(environment, Clock.systemUTC(), pauses::add))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        int code = command.execute(arguments);
        command.getOut().flush();
        command.getErr().flush();
        return new Run(code, out.toString(), err.toString());
    }
}
