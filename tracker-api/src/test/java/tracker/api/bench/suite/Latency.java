package tracker.api.bench.suite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Log;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.StreamDriver;
import tracker.api.bench.page.Goal;
import tracker.api.bench.page.Rounds;
import tracker.api.bench.page.Section;
import tracker.api.bench.page.Series;
import tracker.api.bench.peer.BareSteps;
import tracker.api.bench.peer.BareTransactions;

/** How long one update takes that nobody else is waiting with: until it is answered, and until who follows the plan has heard of it. */
public final class Latency implements Suite {
    private static final int PLANS = 20;
    private static final int UPDATES = 200;
    private static final int WARM = 1_500;
    private static final Goal WANTED = Goal.atMost(2);
    private static final double WANTED_MILLIS = 20;

    @Override
    public Section run(Path consoles) throws Exception {
        try (Site site = new Site(consoles)) {
            BenchNode node = site.node("node");
            Jvm commands = Drivers.commands(site, PLANS);
            commands.ask("many", 10_000);
            commands.close();
            Log log = new Log(site);
            int bytes = log.eventBytes();
            Jvm driver = site.worker("stream", StreamDriver.class, node.port(), node.token(), PLANS);
            Jvm peer = site.worker("bare", BareTransactions.class, site.bootstrap(), log.topic("bare", 1));
            Jvm steps =
                    site.worker("steps", BareSteps.class, site.bootstrap(), log.topic("steps", BareSteps.PARTITIONS));
            driver.ask(WARM);
            peer.ask(WARM, bytes);
            steps.ask(WARM, bytes);
            Rounds rounds = Rounds.of(figures -> {
                double[] ours = figures(driver.ask(UPDATES));
                figures.add("answer p50", ours[0]);
                figures.add("answer p99", ours[1]);
                figures.add("event p50", ours[2]);
                figures.add("event p99", ours[3]);
                double[] theirs = figures(peer.ask(UPDATES, bytes));
                figures.add("peer p50", theirs[0]);
                figures.add("peer p99", theirs[1]);
                double[] bare = figures(steps.ask(UPDATES, bytes));
                figures.add("steps p50", bare[0]);
                figures.add("steps p99", bare[1]);
            });
            Series p50 = rounds.of("answer p50");
            return new Section("5. Latency · 时延")
                    .table(
                            Goal.heads("ms"),
                            List.of(
                                    row("an update's answer, p50", rounds, "answer p50", "peer p50"),
                                    row("p99", rounds, "answer p99", "peer p99"),
                                    row("from the answer to the event (SSE), p50", rounds, "event p50", "peer p50"),
                                    row("p99", rounds, "event p99", "peer p99")))
                    .text("An answered update at p50: %s ms, wanted: at most %.0f. %s"
                            .formatted(p50, WANTED_MILLIS, Goal.said(p50.median() <= WANTED_MILLIS)))
                    .text("""
                            Peer: one record of %d bytes is produced in a transaction and read by a consumer of committed records, one after the \
                            other, on the same broker. An update is two such steps (the command is produced; event, result and state are written in a \
                            transaction) with HTTP around them; its event is one more transaction's reader away.""".formatted(bytes))
                    .text("""
                            Those steps bare, with as many bytes and nothing done between them (a command is produced and read; its offset, an event, a \
                            result and two changelogs' rows are written in one transaction; the result is read): p50 %s ms, p99 %s ms. What an \
                            update takes beyond that is HTTP, JSON, stores, ten more records, and the wait for the commit that is due next.""".formatted(rounds.of("steps p50"), rounds.of("steps p99")));
        }
    }

    private static double[] figures(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> row(String what, Rounds rounds, String ours, String peer) {
        return WANTED.row(what, rounds.of(ours), rounds.of(peer));
    }
}
