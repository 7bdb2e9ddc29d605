package tracker.streams.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The auditor's command line. It needs a JDK and this jar, and neither Kafka nor the tracker. */
@Command(
        name = "auditor",
        mixinStandardHelpOptions = true,
        description = {"离线核验事件档案。", "Verifies event archives offline."},
        subcommands = Verify.class)
public final class Auditor {
    private Auditor() {}

    public static void main(String[] arguments) {
        // Nobody logs here: what there is to say is printed.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(arguments));
    }

    /** The exit code: 0 verified, 1 refuted, 2 the call or a file of it cannot be used. */
    static int run(String... arguments) {
        return new CommandLine(new Auditor()).execute(arguments);
    }
}
