package tracker.api.bench.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tracker.api.bench.beyond.Figure;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Log;
import tracker.api.bench.ground.Machine;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.Done;
import tracker.api.bench.load.MadePlans;
import tracker.api.bench.page.Goal;
import tracker.api.bench.page.Rounds;
import tracker.api.bench.page.Section;
import tracker.api.bench.page.Series;
import tracker.streams.topology.Topics;

/** What an update, a read and the memory cost where there is a thousand times as much; and how long a start takes then. */
public final class Growth implements Suite {
    /** To which the largest is brought in the end, where it has fewer. */
    private static final long EVENTS = Long.getLong("bench.events", 0);

    /** Reports on months that have not come yet are refused. */
    private static final int MOST_MONTHS = 58;

    private static final int POSTS = 4_000;
    private static final int CONNECTIONS = 16;
    private static final int GETS = 4_000;
    private static final double WANTED = 1.5;
    private static final double MEBI = 1 << 20;
    private static final String FILED =
            " Where a number of subjects is there twice, each was reported on month after month in between, as files of a month: %,d updates a second were decided, and %,d shown.";
    private static final String UPDATE = "processor ms of an update";
    private static final String READ = "ms of a read, p50";
    private static final String AS_OF = "ms of an as-of read, p50";
    private static final String RESIDENT = "MiB resident";
    private static final List<String> FIGURES = List.of(UPDATE, READ, AS_OF, RESIDENT);

    private final List<List<String>> rows = new ArrayList<>();
    private final List<List<String>> starts = new ArrayList<>();
    private final List<List<String>> disks = new ArrayList<>();
    private Rounds smallest;

    /** Of the largest so far. */
    private final Map<Figure, Double> handedOn = new EnumMap<>(Figure.class);

    private long largest;

    /** How it was brought to {@link #EVENTS}; empty where it was not. */
    private String filed = "";

    @Override
    public Section run(Path consoles) throws Exception {
        for (int subjects : Grown.SIZES) {
            try (Site site = new Site(consoles)) {
                Grown grown = Grown.to(subjects, site);
                String size = note(site, grown, measured(grown, site, 0));
                if (subjects == Grown.largest()) {
                    long missing = EVENTS - largest;
                    if (missing > 0) {
                        int month = file(grown, missing);
                        size = note(site, grown, measured(grown, site, month));
                    }
                }
                start(site, grown.node(), size);
            }
        }
        Section section = new Section("6. Growth · 规模")
                .table(List.of("", "figure", "median", "of the smallest (≤ %.1f)".formatted(WANTED), ""), rows)
                .table(List.of("", "start", "ready after s"), starts)
                .table(List.of("MiB", "events with their keys", "one broker's records", "one node's disk"), disks)
                .text(
                        "The node has a heap of at most 512 MiB for all sizes (`%s`), and settings as they are if nobody sets them.%s"
                                .formatted(Grown.HEAP, filed))
                .text("""
                        Memory grows until what the settings allow is filled, and not with what there is: the heap, and twice 128 MiB for the \
                        stores (`tracker.store-memory`, for the write path and for the views); the rest is the JVM's own. \
                        A read finds its row in memory less often where there are many, and an as-of read looks for a place in the past of its \
                        subject: the more there are, the fewer of the blocks on the way are in memory, and the others are read from their files \
                        again (section 9 has the shares of it).""")
                .text(
                        "The broker has every topic once: events, commands and results, and the changelogs of both applications, compacted or not yet.");
        handedOn.forEach((figure, value) -> section.figure(figure.key(), value));
        return section;
    }

    /** Has each plan report month after month until {@code missing} events have come, and the views show them. Returns the month after. */
    private int file(Grown grown, long missing) {
        MadePlans made = new MadePlans();
        int plans = grown.plans();
        int aMonth = plans * made.subjects();
        int posted = POSTS * (Rounds.ROUNDS + 1);
        int first = (posted + aMonth - 1) / aMonth;
        int after = first + (int) ((missing + aMonth - 1) / aMonth);
        if (after > MOST_MONTHS) {
            throw new IllegalArgumentException("%d plans have no %d events in so few months".formatted(plans, EVENTS));
        }
        long began = System.nanoTime();
        for (int month = first; month < after; month++) {
            System.out.printf(
                    "    updates per second, as files of a month: %s%n",
                    grown.commands().ask("file", month));
        }
        double decided = (System.nanoTime() - began) / 1e9;
        for (int plan = 0; plan < plans; plan++) {
            Ready.awaitReport(grown.node(), made.subject(plan, made.subjects() - 1), MadePlans.period(after - 1));
        }
        double shown = (System.nanoTime() - began) / 1e9;
        long updates = (long) (after - first) * aMonth;
        filed = FILED.formatted(Math.round(updates / decided), Math.round(updates / shown));
        System.out.println("   " + filed);
        return after;
    }

    /** Returns how large it is called. */
    private String note(Site site, Grown grown, Rounds rounds) throws Exception {
        Log.Content log = new Log(site).content(Topics.EVENTS);
        String size = "%,d subjects, %,d events".formatted(grown.subjects(), log.records());
        double broker = site.brokerMebibytes();
        double stores = site.mebibytes(grown.node());
        disks.add(List.of(size, Series.shown(log.bytes() / MEBI), Series.shown(broker), Series.shown(stores)));
        smallest = smallest == null ? rounds : smallest;
        for (String figure : FIGURES) {
            double times = rounds.of(figure).median() / smallest.of(figure).median();
            rows.add(List.of(
                    size, figure, rounds.of(figure).toString(), "%.2f".formatted(times), Goal.said(times <= WANTED)));
        }
        System.out.println("    " + disks.get(disks.size() - 1));
        largest = log.records();
        handedOn.put(Figure.EVENT, (double) log.bytes() / largest);
        handedOn.put(Figure.TOPICS, broker * MEBI / largest);
        handedOn.put(Figure.STORES, stores * MEBI / largest);
        return size;
    }

    /** With reports of {@code firstMonth} and those after. */
    private static Rounds measured(Grown grown, Site site, int firstMonth) throws Exception {
        BenchNode node = grown.node();
        Jvm driver = grown.http(site, firstMonth);
        String asOf = "?asOf=" + Instant.now();
        return Rounds.of(figures -> {
            double before = Machine.processorSeconds(node.pid());
            driver.ask("post", POSTS, CONNECTIONS);
            figures.add(UPDATE, 1e3 * (Machine.processorSeconds(node.pid()) - before) / POSTS);
            figures.add(READ, Done.parse(driver.ask("some", GETS, 1, "")).p50());
            figures.add(AS_OF, Done.parse(driver.ask("some", GETS, 1, asOf)).p50());
            figures.add(RESIDENT, Machine.residentMiB(node.pid()));
        });
    }

    private void start(Site site, BenchNode node, String size) throws Exception {
        node.close();
        BenchNode again = site.node("node", Grown.HEAP);
        started(size, "stopped, and started again on its own stores", again);
        again.kill();
        BenchNode killed = site.node("node", Grown.HEAP);
        started(size, "after kill -9, on its own stores", killed);
        killed.kill();
        site.forget("node");
        BenchNode bare = site.node("node", Grown.HEAP);
        started(size, "after the loss of its directory", bare);
        handedOn.put(Figure.REBUILT, largest / (bare.readyAfter() - again.readyAfter()));
    }

    private void started(String size, String how, BenchNode node) {
        starts.add(List.of(size, how, Series.shown(node.readyAfter())));
        System.out.println("    " + starts.get(starts.size() - 1));
    }
}
