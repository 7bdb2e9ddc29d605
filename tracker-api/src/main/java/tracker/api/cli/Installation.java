package tracker.api.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tracker.api.access.TokenFile;
import tracker.api.audit.KeyFile;
import tracker.api.cli.outcome.Failure;

/** The data directory that a command works on. It must be one already: nothing is begun by a slip of the hand. */
@Command
final class Installation {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = {"跟踪系统的数据目录", "the tracker's data directory"})
    private Path directory;

    TokenFile tokens() {
        TokenFile file = new TokenFile(existing());
        require(file.exists());
        return file;
    }

    KeyFile keys() {
        KeyFile file = new KeyFile(existing());
        require(file.exists());
        return file;
    }

    private Path existing() {
        require(Files.isDirectory(directory));
        return directory.toAbsolutePath();
    }

    private void require(boolean there) {
        if (!there) {
            throw Failure.unusable(
                    directory + " 不是已启动过的跟踪系统的数据目录。",
                    directory + " is no data directory of a tracker that was started.");
        }
    }
}
