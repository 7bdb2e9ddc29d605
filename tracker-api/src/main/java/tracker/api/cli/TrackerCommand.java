package tracker.api.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import tracker.api.cli.client.Pause;
import tracker.api.cli.outcome.Exit;
import tracker.api.export.ExportFormat;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;

/** The command line of auditors and operators. It needs a JDK and this jar, and neither Kafka nor, to verify, the tracker. */
@Command(
        name = "tracker",
        description = {"进度跟踪系统：审计与运维命令。", "Progress tracker: the commands of auditors and operators."},
        subcommands = {
            Plans.class,
            Replay.class,
            Export.class,
            TrustCommand.class,
            Verify.class,
            CheckpointsCommand.class,
            Proof.class,
            Compare.class,
            Rebuild.class,
            Tokens.class,
            Keys.class
        })
public final class TrackerCommand {
    private final Surroundings surroundings;

    private TrackerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        // Nobody logs here: what there is to say is printed.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Surroundings here = new Surroundings(System.getenv(), Clock.systemUTC(), Pause.REAL);
        CommandLine command = of(here).setOut(utf8(System.out)).setErr(utf8(System.err));
        int exit = command.execute(arguments);
        command.getOut().flush();
        System.exit(exit);
    }

    /** Ready to be executed; what that returns is a code of {@link Exit}. */
    static CommandLine of(Surroundings surroundings) {
        CommandLine command = new CommandLine(new TrackerCommand(surroundings))
                .registerConverter(Role.class, text -> Labelled.of(Role.class, text))
                .registerConverter(ExportFormat.class, text -> Labelled.of(ExportFormat.class, text))
                .registerConverter(Language.class, text -> Labelled.of(Language.class, text))
                .setExecutionExceptionHandler(new FailureHandler());
        dress(command);
        return command;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** What every command's help has in common. */
    private static void dress(CommandLine command) {
        Map<String, String> exits = new LinkedHashMap<>();
        Arrays.stream(Exit.values())
                .forEach(exit -> exits.put(
                        " " + exit.code(),
                        exit.meaning().zh() + " · " + exit.meaning().en()));
        command.getCommandSpec()
                .addMixin("help", CommandSpec.forAnnotatedObject(new Help()))
                // A fault of ours is no verdict.
                .exitCodeOnExecutionException(Exit.UNUSABLE.code())
                .usageMessage()
                // As one text: a list of commands shows the first only.
                .description(String.join(
                        "%n", command.getCommandSpec().usageMessage().description()))
                .synopsisHeading("用法 · Usage: ")
                .commandListHeading("%n命令 · Commands:%n")
                .exitCodeListHeading("%n退出码 · Exit codes:%n")
                .exitCodeList(exits);
        command.getSubcommands().values().forEach(TrackerCommand::dress);
    }

    /** JSON is UTF-8 wherever it goes, and a terminal that is not is a rare one. */
    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }
}
