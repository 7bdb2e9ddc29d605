package tracker.api.bench.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Log;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.Done;
import tracker.api.bench.load.MadePlans;
import tracker.api.bench.page.Goal;
import tracker.api.bench.page.Rounds;
import tracker.api.bench.page.Section;
import tracker.api.bench.peer.Postgres;

/** The same work as a table with a version and a table of events would do it. */
public final class AgainstPostgres implements Suite {
    private static final int PLANS = 100;
    private static final int UPDATES = 30_000;
    private static final int HTTP_UPDATES = 6_000;
    private static final int WARM = 20_000;
    private static final int CLIENTS = 64;
    private static final int SECONDS = 5;
    private static final int STATE_BYTES = 2_000;
    private static final Goal WANTED = Goal.atLeast(5);
    private static final Goal WANTED_OVER_HTTP = Goal.atLeast(2);

    @Override
    public Section run(Path consoles) throws Exception {
        Section section = new Section("2. Against a PostgreSQL transaction · 与 PostgreSQL 事务相比");
        if (!Postgres.isThere()) {
            return section.text(
                    "Not measured: there is no PostgreSQL (Debian: `postgresql`) on this machine. 未测量：本机没有 PostgreSQL。");
        }
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> latencies = new ArrayList<>();
        try (Site site = new Site(consoles)) {
            BenchNode writer = site.node("writer", "-Dtracker.roles=write");
            Jvm driver = Drivers.commands(site, PLANS);
            driver.ask("many", UPDATES);
            int bytes = new Log(site).eventBytes();
            try (Postgres postgres = postgres(bytes)) {
                Rounds rounds = Rounds.of(figures -> {
                    figures.add("ours", Double.parseDouble(driver.ask("many", UPDATES)));
                    figures.add("ours, clients", Double.parseDouble(driver.ask("at", CLIENTS, UPDATES)));
                    Postgres.Done done = postgres.run(CLIENTS, SECONDS, true);
                    figures.add("peer", done.perSecond());
                    figures.add("peer ms", done.millis());
                    figures.add(
                            "peer, lazy", postgres.run(CLIENTS, SECONDS, false).perSecond());
                });
                rows.add(WANTED.row("write path, all at once", rounds.of("ours"), rounds.of("peer")));
                rows.add(WANTED.row(
                        "write path, %d clients".formatted(CLIENTS), rounds.of("ours, clients"), rounds.of("peer")));
                rows.add(WANTED.row(
                        "write path, all at once / synchronous_commit=off",
                        rounds.of("ours"),
                        rounds.of("peer, lazy")));
                latencies.add(List.of(
                        "PostgreSQL, %d clients".formatted(CLIENTS),
                        rounds.of("peer ms").toString()));
            }
            writer.close();
        }
        try (Site site = new Site(consoles)) {
            BenchNode node = site.node("node");
            Drivers.commands(site, PLANS);
            Jvm driver = Drivers.http(site, node, PLANS, 0);
            driver.ask("post", WARM, CLIENTS);
            try (Postgres postgres = postgres(new Log(site).eventBytes())) {
                Rounds rounds = Rounds.of(figures -> {
                    Done done = Done.parse(driver.ask("post", HTTP_UPDATES, CLIENTS));
                    figures.add("ours", done.perSecond());
                    figures.add("ours ms", done.p50());
                    figures.add("peer", postgres.run(CLIENTS, SECONDS, true).perSecond());
                });
                rows.add(WANTED_OVER_HTTP.row(
                        "over HTTP, %d clients".formatted(CLIENTS), rounds.of("ours"), rounds.of("peer")));
                latencies.add(List.of(
                        "tracker over HTTP, %d clients (p50)".formatted(CLIENTS),
                        rounds.of("ours ms").toString()));
            }
        }
        return section.table(Goal.heads("updates/s"), rows)
                .table(List.of("latency · 时延", "ms"), latencies)
                .text("""
                        Peer: `pgbench -M prepared`, one statement that updates a subject's row on condition of its version and inserts the event, \
                        with Debian's settings. What each guarantees: PostgreSQL has a commit on the disk (fsync) before it answers, and with \
                        `synchronous_commit=off` may lose the last moments when the machine dies. One Kafka broker has it in the system's page cache \
                        and loses what was not yet written when the machine (not the process) dies; three brokers with min.insync.replicas 2, as in \
                        docker-compose.yml, have it on two machines before it is answered. The peer's client is C and has no HTTP, JSON, rights, \
                        ratings, warnings, history or proofs to make; ours does all that. Where few write at a time, PostgreSQL answers sooner: \
                        it waits for one disk, the tracker for a commit that others are waited for with (see the curve above). \
                        Why many at once are slower than wanted, sections 1 and 8 say.""");
    }

    private static Postgres postgres(int eventBytes) throws Exception {
        return new Postgres(PLANS * new MadePlans().subjects(), STATE_BYTES, eventBytes);
    }
}
