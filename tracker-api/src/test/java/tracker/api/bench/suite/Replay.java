package tracker.api.bench.suite;

import java.nio.file.Path;
import java.util.List;
import tracker.api.bench.beyond.Figure;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Log;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.Done;
import tracker.api.bench.load.MadePlans;
import tracker.api.bench.page.Goal;
import tracker.api.bench.page.Rounds;
import tracker.api.bench.page.Section;
import tracker.api.bench.peer.ConsumerPeer;
import tracker.streams.topology.Topics;

/** How fast the log leaves the tracker, against a consumer that reads the same topic and throws it away. */
public final class Replay implements Suite {
    static final String ARCHIVE = "/api/v1/audit/archive";

    private static final int PLANS = 100;
    private static final int UPDATES = 60_000;
    private static final int WARM = 12;
    private static final double MEBI = 1 << 20;
    private static final Goal WANTED = Goal.atLeast(0.60);

    @Override
    public Section run(Path consoles) throws Exception {
        try (Site site = new Site(consoles)) {
            BenchNode node = site.node("node");
            Jvm commands = Drivers.commands(site, PLANS);
            for (int plan = 1; plan <= PLANS; plan++) {
                Ready.awaitDay(node, MadePlans.plan(plan));
            }
            long before = new Log(site).content(Topics.EVENTS).records();
            commands.ask("many", UPDATES);
            commands.close();
            Log.Content content = new Log(site).content(Topics.EVENTS);
            double mebi = content.bytes() / MEBI;
            Jvm driver = Drivers.http(site, node, PLANS, 0);
            Jvm peer = site.worker("consumer", ConsumerPeer.class, site.bootstrap(), Topics.EVENTS);
            // Not before the views have read all that it is to hold.
            Ready.awaitAnswer(node, ARCHIVE);
            driver.ask("get", WARM, 1, ARCHIVE);
            Rounds rounds = Rounds.of(figures -> {
                figures.add("peer", Double.parseDouble(peer.ask(content.records())));
                figures.add(
                        "archive",
                        mebi * Done.parse(driver.ask("get", 1, 1, ARCHIVE)).perSecond());
            });
            return new Section("4. Export and replay · 导出与重放")
                    .table(
                            Goal.heads("MiB/s of events"),
                            List.of(WANTED.row(
                                    "export of the whole log (Avro archive)", rounds.of("archive"), rounds.of("peer"))))
                    .text("""
                            %d events, %.0f MiB with their keys. Peer: `ConsumerPerformance`, which reads the same topic and looks at nothing. The \
                            archive is compressed, each event in it is hashed into its partition's Merkle tree and the file's digest, and the whole is \
                            signed: section 8 has the time of it, whereas the peer throws each batch away unread.""".formatted(content.records(), mebi))
                    .figure(Figure.EVENTS_AN_UPDATE.key(), (content.records() - before) / (double) UPDATES);
        }
    }
}
