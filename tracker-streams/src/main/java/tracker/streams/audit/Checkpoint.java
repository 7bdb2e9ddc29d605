package tracker.streams.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tracker.streams.domain.event.Hash;

/** How far a partition's log had grown, and its root then: the text of a C2SP tlog-checkpoint. Worth what its signatures are worth. */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]+");
    private static final String TIME = "time ";

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0 || !isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("a checkpoint has an origin, a size and no empty line");
        }
    }

    /** With the moment of signing as an extension line. */
    public static Checkpoint of(String log, int partition, long size, Hash root, Instant time) {
        return new Checkpoint(origin(log, partition), size, root, List.of(TIME + time));
    }

    /** Each partition of a log is a log of its own. */
    public static String origin(String log, int partition) {
        return log + "/" + partition;
    }

    /** Anything but the one way to write a checkpoint is an {@link IllegalArgumentException}. */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !SIZE.matcher(lines[1]).matches()) {
            throw new IllegalArgumentException("not a checkpoint: origin, size and root are expected");
        }
        byte[] root = Base64.getDecoder().decode(lines[2]);
        Checkpoint parsed = new Checkpoint(
                lines[0],
                Long.parseLong(lines[1]),
                Hash.of(root),
                Arrays.asList(lines).subList(3, lines.length - 1));
        if (!parsed.text().equals(text)) {
            throw new IllegalArgumentException("not the one way to write this checkpoint");
        }
        return parsed;
    }

    /** What is signed. */
    public String text() {
        StringBuilder text = new StringBuilder(origin).append('\n');
        text.append(size).append('\n');
        text.append(Base64.getEncoder().encodeToString(root.bytes())).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** When it was signed, if it says so. */
    public Optional<Instant> time() {
        return extensions.stream()
                .filter(line -> line.startsWith(TIME))
                .map(line -> Instant.parse(line.substring(TIME.length())))
                .findFirst();
    }

    static boolean isLine(String text) {
        return LINE.matcher(text).matches();
    }
}
