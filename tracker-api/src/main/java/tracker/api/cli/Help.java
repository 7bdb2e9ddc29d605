package tracker.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code --help}, which every command has. */
@Command
final class Help {
    @SuppressWarnings("unused") // Its presence is what counts.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = {"显示本帮助", "shows this help"})
    private boolean wanted;
}
