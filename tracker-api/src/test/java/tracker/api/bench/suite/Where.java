package tracker.api.bench.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Machine;
import tracker.api.bench.ground.Samples;
import tracker.api.bench.ground.Samples.Room;
import tracker.api.bench.ground.Samples.Sampled;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.CommandDriver;
import tracker.api.bench.load.HttpDriver;
import tracker.api.bench.page.Section;

/** Where a node's processor time goes: the reason of whatever is slower than wanted. */
public final class Where implements Suite {
    private static final int PLANS = 100;
    private static final int UPDATES = 30_000;
    private static final int HTTP_UPDATES = 20_000;
    private static final int HTTP_CONNECTIONS = 64;
    private static final int GETS = 60_000;
    private static final int CONNECTIONS = 32;
    private static final int EXPORTS = 10;

    private final List<String> heads = new ArrayList<>(List.of("% of the samples"));
    private final List<Samples> columns = new ArrayList<>();
    private final List<String> micros = new ArrayList<>(List.of("processor µs each, the JVM's own threads among them"));

    @Override
    public Section run(Path consoles) throws Exception {
        try (Site site = new Site(consoles)) {
            BenchNode writer = site.node("writer", "-Dtracker.roles=write");
            Sampled sampled = new Sampled(writer.pid(), site.data());
            Jvm driver = site.worker("commands", CommandDriver.class, site.bootstrap(), Site.PARTITIONS, PLANS);
            driver.ask("many", UPDATES);
            driver.ask("many", UPDATES);
            column("write path, all at once", sampled, writer, UPDATES, () -> driver.ask("many", UPDATES));
        }
        try (Site site = new Site(consoles)) {
            BenchNode node = site.node("node");
            Sampled sampled = new Sampled(node.pid(), site.data());
            site.worker("commands", CommandDriver.class, site.bootstrap(), Site.PARTITIONS, PLANS);
            Jvm driver = site.worker("http", HttpDriver.class, node.port(), node.token(), PLANS, 0);
            driver.ask("post", 2 * HTTP_UPDATES, HTTP_CONNECTIONS);
            column(
                    "POST of an update, %d connections".formatted(HTTP_CONNECTIONS),
                    sampled,
                    node,
                    HTTP_UPDATES,
                    () -> driver.ask("post", HTTP_UPDATES, HTTP_CONNECTIONS));
            for (String path : List.of(Reads.INDICATOR, Reads.PLAN)) {
                driver.ask("get", GETS, CONNECTIONS, path);
                column("GET " + path, sampled, node, GETS, () -> driver.ask("get", GETS, CONNECTIONS, path));
            }
            driver.ask("get", EXPORTS, 1, Replay.ARCHIVE);
            column(
                    "GET " + Replay.ARCHIVE,
                    sampled,
                    node,
                    EXPORTS,
                    () -> driver.ask("get", EXPORTS, 1, Replay.ARCHIVE));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Room room : Room.values()) {
            List<String> row = new ArrayList<>(List.of(room.label()));
            columns.forEach(samples -> row.add("%.0f".formatted(samples.percent(room))));
            rows.add(row);
        }
        rows.add(micros);
        return new Section("8. Where a node's time goes · 时间去向")
                .table(heads, rows)
                .text("""
                        JFR's samples of running threads every 10 ms, each counted where its topmost frame of one of these rooms is (so what the JDK \
                        does for Jackson is Jackson's). The JIT compiler and the garbage collector are in no sample, but in the last row.""");
    }

    private void column(String what, Sampled sampled, BenchNode node, int count, Samples.Work work) throws Exception {
        double before = Machine.processorSeconds(node.pid());
        columns.add(sampled.during(work));
        micros.add("%,.0f".formatted(1e6 * (Machine.processorSeconds(node.pid()) - before) / count));
        heads.add(what);
    }
}
