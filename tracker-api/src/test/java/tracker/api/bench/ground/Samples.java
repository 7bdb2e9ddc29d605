package tracker.api.bench.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** What a JVM's threads were doing, by JFR's samples of them while something was done: how many samples fell into each room. */
public record Samples(Map<Room, Integer> counts) {
    private static final String JAVA = "jdk.ExecutionSample";
    /** Of threads in native code, most of which wait; those in these classes work. JFR looks at one such thread at a time, so that they are counted too low. */
    private static final String NATIVE = "jdk.NativeMethodSample";

    private static final List<String> AT_WORK =
            List.of("org.rocksdb.", "java.util.zip.Deflater", "java.util.zip.Inflater");

    /** Whose code it is: that of the first frame, from the top, that is in one of these. */
    public enum Room {
        JSON("JSON (Jackson): rows, commands, results, views", "com.fasterxml.jackson."),
        AVRO("Avro: events", "org.apache.avro."),
        DEFLATE("compression", "java.util.zip.Deflater", "java.util.zip.Inflater"),
        STORES("stores: RocksDB and what Kafka Streams wraps it in", "org.rocksdb.", "org.apache.kafka.streams.state."),
        STREAMS("Kafka Streams, the rest", "org.apache.kafka.streams."),
        CLIENTS("Kafka's producers and consumers", "org.apache.kafka."),
        DOMAIN("domain: deciding, evolving, rating", "tracker.streams.domain."),
        TRACKER("the tracker's other rooms", "tracker."),
        HTTP("Micronaut and Netty", "io.micronaut.", "io.netty.", "reactor."),
        OTHER("other");

        private final String label;
        private final String[] packages;

        Room(String label, String... packages) {
            this.label = label;
            this.packages = packages;
        }

        public String label() {
            return label;
        }

        private static Room of(RecordedEvent sample) {
            for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
                String type = frame.getMethod().getType().getName();
                for (Room room : values()) {
                    for (String beginning : room.packages) {
                        if (type.startsWith(beginning)) {
                            return room;
                        }
                    }
                }
            }
            return OTHER;
        }
    }

    /** What is done meanwhile. */
    public interface Work {
        void run() throws Exception;
    }

    /** A JVM whose threads are sampled from now on, so that what JFR changes in it is long over when something is measured. */
    public static final class Sampled {
        private final long pid;
        private final Path file;

        /** {@code scratch} is a directory for what JFR writes. */
        public Sampled(long pid, Path scratch) throws IOException, InterruptedException {
            this.pid = pid;
            file = scratch.resolve("samples-" + pid + ".jfr");
            Path settings = Files.writeString(scratch.resolve("samples.jfc"), """
                    <configuration version="2.0">
                      <event name="%s"><setting name="enabled">true</setting><setting name="period">10 ms</setting></event>
                      <event name="%s"><setting name="enabled">true</setting><setting name="period">10 ms</setting></event>
                    </configuration>
                    """.formatted(JAVA, NATIVE));
            command(pid, "JFR.start", "name=samples", "settings=" + settings);
        }

        public Samples during(Work work) throws Exception {
            Instant began = Instant.now();
            work.run();
            command(pid, "JFR.dump", "name=samples", "filename=" + file);
            return read(file, began);
        }
    }

    private static void command(long pid, String... words) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(tool.toString(), String.valueOf(pid), String.join(" ", words))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }

    private static Samples read(Path file, Instant began) throws IOException {
        Map<Room, Integer> counts = new EnumMap<>(Room.class);
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getStartTime().isAfter(began) && counts(event)) {
                    counts.merge(Room.of(event), 1, Integer::sum);
                }
            }
        }
        return new Samples(counts);
    }

    private static boolean counts(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return false;
        }
        return switch (event.getEventType().getName()) {
            case JAVA -> true;
            case NATIVE -> {
                String type = event.getStackTrace()
                        .getFrames()
                        .get(0)
                        .getMethod()
                        .getType()
                        .getName();
                yield AT_WORK.stream().anyMatch(type::startsWith);
            }
            default -> false;
        };
    }

    /** Of all samples, in percent. */
    public double percent(Room room) {
        double all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return 100 * counts.getOrDefault(room, 0) / all;
    }
}
