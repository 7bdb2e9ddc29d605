package tracker.api.bench.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import tracker.api.bench.beyond.Figure;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Log;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.Done;
import tracker.api.bench.page.Goal;
import tracker.api.bench.page.Rounds;
import tracker.api.bench.page.Section;
import tracker.api.bench.peer.ProducerPeer;

/** How many updates a second, against records of the same size that are just produced; and what a longer commit interval buys. */
public final class WritePath implements Suite {
    private static final int PLANS = 100;
    private static final int UPDATES = 30_000;
    private static final int HOT = 3_000;
    private static final int HTTP_UPDATES = 6_000;
    private static final int WARM = 20_000;
    private static final int CONNECTIONS = 64;
    private static final int PRODUCED = 300_000;
    private static final int ONE_BY_ONE = 150;
    private static final List<Integer> INTERVALS = List.of(5, 20, 100);
    private static final Goal WANTED = Goal.atLeast(0.40);
    private static final Goal WANTED_OVER_HTTP = Goal.atLeast(0.15);

    @Override
    public Section run(Path consoles) throws Exception {
        Section section = new Section("1. Updates a second · 每秒更新数");
        List<List<String>> rows = new ArrayList<>();
        int bytes;
        Rounds hot;
        try (Site site = new Site(consoles)) {
            site.node("writer", "-Dtracker.roles=write");
            Jvm driver = Drivers.commands(site, PLANS);
            driver.ask("many", UPDATES);
            Log log = new Log(site);
            bytes = log.eventBytes();
            int size = bytes;
            Jvm peer =
                    site.worker("producer", ProducerPeer.class, site.bootstrap(), log.topic("peer", Site.PARTITIONS));
            Rounds rounds = Rounds.of(figures -> {
                figures.add("ours", Double.parseDouble(driver.ask("many", UPDATES)));
                figures.add("peer", Double.parseDouble(peer.ask(PRODUCED, size)));
            });
            rows.add(WANTED.row("write path", rounds.of("ours"), rounds.of("peer")));
            hot = hot(driver);
        }
        try (Site site = new Site(consoles)) {
            BenchNode node = site.node("node");
            Drivers.commands(site, PLANS);
            Jvm driver = Drivers.http(site, node, PLANS, 0);
            driver.ask("post", WARM, CONNECTIONS);
            int size = bytes;
            Jvm peer = site.worker(
                    "producer", ProducerPeer.class, site.bootstrap(), new Log(site).topic("peer", Site.PARTITIONS));
            Rounds rounds = Rounds.of(figures -> {
                figures.add(
                        "ours",
                        Done.parse(driver.ask("post", HTTP_UPDATES, CONNECTIONS))
                                .perSecond());
                figures.add("peer", Double.parseDouble(peer.ask(PRODUCED, size)));
            });
            rows.add(WANTED_OVER_HTTP.row(
                    "over HTTP, %d connections".formatted(CONNECTIONS), rounds.of("ours"), rounds.of("peer")));
        }
        return section.table(Goal.heads("updates/s"), rows)
                .text("""
                        Peer: `ProducerPerformance`, %d records of %d bytes (the mean of an event with its key), acks=all, to as many partitions on \
                        the same broker. An update of ours is a command that is written, read, decided, and its event, its result and five rows of \
                        state written in one transaction; the figure ends when the committed result has been read.

                        Where it is slower than wanted: the peer appends bytes that are there already, all of it in the producer and the broker. An update is read \
                        from JSON, held against its subject, its plan's rules and earlier answers, hashed, and written as eight records, two of them whole rows of JSON; \
                        section 8 says how much of a node's time that is and where it goes. Over HTTP the views, which make some nine rows of each event, the API, \
                        the broker and the driver share the processors with it.""".formatted(PRODUCED, bytes))
                .text("""
                        Of one plan alone, as when all departments report on the last day: %s updates/s, which one partition decides in one order; spread \
                        over %d plans, as many: %s (ratio %s).""".formatted(
                                hot.of("one plan"),
                                PLANS,
                                hot.of("all plans"),
                                hot.of("one plan").over(hot.of("all plans"))))
                .text(
                        "What waiting for others costs and buys: one update after the other, and as many at once as come.")
                .table(
                        List.of("commit interval", "one at a time, p50 ms", "p99 ms", "updates/s at once"),
                        curve(consoles))
                .figure(Figure.ONE_PLAN.key(), hot.of("one plan").median());
    }

    private static Rounds hot(Jvm driver) throws Exception {
        Iterator<Integer> plans = IntStream.range(0, PLANS).iterator();
        return Rounds.of(figures -> {
            figures.add("one plan", Double.parseDouble(driver.ask("hot", HOT, plans.next())));
            figures.add("all plans", Double.parseDouble(driver.ask("many", HOT)));
        });
    }

    private static List<List<String>> curve(Path consoles) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (int interval : INTERVALS) {
            try (Site site = new Site(consoles)) {
                site.node("writer", "-Dtracker.roles=write", "-Dtracker.commit-interval=" + interval + "ms");
                Jvm driver = Drivers.commands(site, PLANS);
                driver.ask("many", UPDATES);
                Rounds rounds = Rounds.counted(figures -> {
                    String[] millis = driver.ask("one", ONE_BY_ONE).split(" ");
                    figures.add("p50", Double.parseDouble(millis[0]));
                    figures.add("p99", Double.parseDouble(millis[1]));
                    figures.add("at once", Double.parseDouble(driver.ask("many", UPDATES / 2)));
                });
                rows.add(List.of(
                        interval + " ms",
                        rounds.of("p50").toString(),
                        rounds.of("p99").toString(),
                        rounds.of("at once").toString()));
            }
        }
        return rows;
    }
}
