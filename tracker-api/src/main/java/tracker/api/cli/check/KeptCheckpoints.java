package tracker.api.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory in which an auditor keeps the last checkpoint of each partition. */
public final class KeptCheckpoints {
    private final Path directory;

    public KeptCheckpoints(Path directory) {
        this.directory = directory;
    }

    /**
     * Keeps these. One that is there and has more events, or is of another log, is left as it is and its file is among the answer: it is the
     * evidence that the log has shrunk.
     */
    public List<Path> keep(List<Opened> checkpoints) throws IOException {
        Files.createDirectories(directory);
        List<Path> left = new ArrayList<>();
        for (Opened latest : checkpoints) {
            Path file = directory.resolve("checkpoint-" + latest.partition() + ".txt");
            if (Files.exists(file) && !replaces(latest, Opened.unverified(latest.partition(), TrustFile.note(file)))) {
                left.add(file);
            } else {
                Files.writeString(file, latest.note().encoded());
            }
        }
        return left;
    }

    private static boolean replaces(Opened latest, Opened kept) {
        return latest.size() >= kept.size()
                && latest.checkpoint().origin().equals(kept.checkpoint().origin());
    }
}
