package tracker.api.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Machine;
import tracker.api.bench.ground.Samples;
import tracker.api.bench.ground.Samples.Room;
import tracker.api.bench.ground.Samples.Sampled;
import tracker.api.bench.page.Section;

/** Where a node's time went while it did {@code what}, and the processor microseconds that each took. */
record Profile(String what, Samples samples, double micros) {
    static Profile of(String what, Sampled sampled, BenchNode node, int count, Samples.Work work) throws Exception {
        double before = Machine.processorSeconds(node.pid());
        Samples samples = sampled.during(work);
        return new Profile(what, samples, 1e6 * (Machine.processorSeconds(node.pid()) - before) / count);
    }

    /** A column of each, and how they came about. */
    static Section put(List<Profile> profiles, Section section) {
        List<List<String>> rows = new ArrayList<>();
        for (Room room : Room.values()) {
            rows.add(row(room.label(), profiles, profile -> "%.0f"
                    .formatted(profile.samples().percent(room))));
        }
        rows.add(row("processor µs each, the JVM's own threads among them", profiles, profile -> "%,.0f"
                .formatted(profile.micros())));
        return section.table(row("% of the samples", profiles, Profile::what), rows)
                .text("""
                JFR's samples of running threads every 10 ms, each counted where its topmost frame of one of these rooms is (so what the JDK \
                does for Jackson is Jackson's). Of threads in native code (RocksDB, compression) JFR samples \
                one at a time: their shares are too low. The JIT compiler and the garbage collector are in no sample, but in the last row.""");
    }

    private static List<String> row(String label, List<Profile> profiles, Function<Profile, String> cell) {
        return Stream.concat(Stream.of(label), profiles.stream().map(cell)).toList();
    }
}
