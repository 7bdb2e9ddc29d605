package tracker.api.bench.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Log;
import tracker.api.bench.ground.Machine;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.CommandDriver;
import tracker.api.bench.load.Done;
import tracker.api.bench.load.HttpDriver;
import tracker.api.bench.load.MadePlans;
import tracker.api.bench.page.Goal;
import tracker.api.bench.page.Rounds;
import tracker.api.bench.page.Section;
import tracker.api.bench.page.Series;
import tracker.streams.topology.Topics;

/** What an update, a read and the memory cost where there is a thousand times as much; and how long a start takes then. */
public final class Growth implements Suite {
    private static final List<Integer> SUBJECTS = Arrays.stream(
                    System.getProperty("bench.subjects", "1000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    /** For all sizes alike: how much of a heap is filled before it is swept says nothing of what is needed. */
    private static final String HEAP = "-Xmx512m";

    private static final int POSTS = 4_000;
    private static final int CONNECTIONS = 16;
    private static final int GETS = 4_000;
    private static final double WANTED = 1.5;
    private static final double MEBI = 1 << 20;

    @Override
    public Section run(Path consoles) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> starts = new ArrayList<>();
        List<List<String>> disks = new ArrayList<>();
        Rounds smallest = null;
        for (int subjects : SUBJECTS) {
            try (Site site = new Site(consoles)) {
                int plans = Math.max(1, subjects / new MadePlans().allSubjects());
                BenchNode node = site.node("node", HEAP);
                Jvm commands = site.worker("commands", CommandDriver.class, site.bootstrap(), Site.PARTITIONS, plans);
                commands.close();
                Jvm driver = site.worker("http", HttpDriver.class, node.port(), node.token(), plans, 0);
                for (int plan = 1; plan <= plans; plan++) {
                    Ready.awaitDay(node, MadePlans.plan(plan));
                }
                Rounds rounds = measured(node, driver);
                Log.Content log = new Log(site).content(Topics.EVENTS);
                long events = log.records();
                disks.add(List.of(
                        "%,d subjects, %,d events".formatted(subjects, events),
                        Series.shown(log.bytes() / MEBI),
                        Series.shown(site.brokerMebibytes()),
                        Series.shown(site.mebibytes(node))));
                Rounds first = smallest == null ? rounds : smallest;
                smallest = first;
                for (String figure : List.of(
                        "processor ms of an update", "ms of a read, p50", "ms of an as-of read, p50", "MiB resident")) {
                    double times = rounds.of(figure).median() / first.of(figure).median();
                    rows.add(List.of(
                            "%,d subjects, %,d events".formatted(subjects, events),
                            figure,
                            rounds.of(figure).toString(),
                            "%.2f".formatted(times),
                            Goal.said(times <= WANTED)));
                }
                starts.addAll(starts(site, node, subjects, events));
            }
        }
        return new Section("6. Growth · 规模")
                .table(List.of("", "figure", "median", "of the smallest (≤ %.1f)".formatted(WANTED), ""), rows)
                .table(List.of("", "start", "ready after s"), starts)
                .table(List.of("MiB", "events with their keys", "one broker's records", "one node's disk"), disks)
                .text(
                        "The node has a heap of at most 512 MiB for all sizes (`%s`), and settings as they are if nobody sets them."
                                .formatted(HEAP))
                .text("""
                        Memory grows until what the settings allow is filled, and not with what there is: the heap, and twice 128 MiB for the \
                        stores (`tracker.store-memory`, for the write path and for the views); the rest is the JVM's own. \
                        An as-of read looks for a place in the past of a subject; where the stores are larger than what is kept of them in \
                        memory, the blocks on the way are read from their files again (section 8 has where its time goes otherwise).""")
                .text(
                        "The broker has every topic once: events, commands and results, and the changelogs of both applications, compacted or not yet.");
    }

    private static Rounds measured(BenchNode node, Jvm driver) throws Exception {
        String asOf = "?asOf=" + Instant.now();
        return Rounds.of(figures -> {
            double before = Machine.processorSeconds(node.pid());
            driver.ask("post", POSTS, CONNECTIONS);
            figures.add("processor ms of an update", 1e3 * (Machine.processorSeconds(node.pid()) - before) / POSTS);
            figures.add(
                    "ms of a read, p50",
                    Done.parse(driver.ask("some", GETS, 1, "")).p50());
            figures.add(
                    "ms of an as-of read, p50",
                    Done.parse(driver.ask("some", GETS, 1, asOf)).p50());
            figures.add("MiB resident", Machine.residentMiB(node.pid()));
        });
    }

    private static List<List<String>> starts(Site site, BenchNode node, int subjects, long events) throws Exception {
        String size = "%,d subjects, %,d events".formatted(subjects, events);
        node.close();
        List<List<String>> rows = new ArrayList<>();
        BenchNode again = site.node("node", HEAP);
        rows.add(List.of(size, "stopped, and started again on its own stores", Series.shown(again.readyAfter())));
        again.kill();
        BenchNode killed = site.node("node", HEAP);
        rows.add(List.of(size, "after kill -9, on its own stores", Series.shown(killed.readyAfter())));
        killed.kill();
        site.forget("node");
        BenchNode bare = site.node("node", HEAP);
        rows.add(List.of(size, "after the loss of its directory", Series.shown(bare.readyAfter())));
        return rows;
    }
}
