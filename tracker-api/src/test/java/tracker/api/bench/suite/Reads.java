package tracker.api.bench.suite;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tracker.api.TrackerProcess;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.Done;
import tracker.api.bench.load.HttpDriver;
import tracker.api.bench.page.Goal;
import tracker.api.bench.page.Rounds;
import tracker.api.bench.page.Section;
import tracker.api.bench.peer.BareRoute;

/** Reads of the present, against a route of the same framework that answers the same bytes and does nothing else. */
public final class Reads implements Suite {
    private static final int PLANS = 100;
    private static final int UPDATES = 30_000;
    private static final int GETS = 20_000;
    private static final int WARM = 60_000;
    private static final int CONNECTIONS = 32;
    static final String PLAN = "/api/v1/plans/zone-7";
    static final String INDICATOR = PLAN + "/indicators/I01";

    @Override
    public Section run(Path consoles) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (Site site = new Site(consoles)) {
            BenchNode node = site.node("node");
            Jvm commands = Drivers.commands(site, PLANS);
            commands.ask("many", UPDATES);
            Jvm driver = Drivers.http(site, node, PLANS, 0);
            rows.add(row("GET of an indicator", 0.80, rounds(site, node, driver, INDICATOR, false)));
            rows.add(row("the same, conditional (304)", 0.95, rounds(site, node, driver, INDICATOR, true)));
            rows.add(row("the plan's overview", 0.50, rounds(site, node, driver, PLAN, false)));
            rows.add(row("the same, conditional (304)", 0.95, rounds(site, node, driver, PLAN, true)));
        }
        return new Section("3. Reads a second · 每秒读取数")
                .table(Goal.heads("reads/s, %d connections".formatted(CONNECTIONS)), rows)
                .text("""
                        Peer: a controller of the same framework in its own process that answers the same bytes, without token, rights, limits, \
                        metrics or stores. For a conditional GET it is the same peer, which answers 200 with all bytes.

                        Where it is slower than wanted: section 8 shows of a GET that nearly all is the framework's, and little the tracker's own: what the peer has not \
                        are the token, the rights and limits asked on the way, metrics and headers, and the hand-over to a thread that may wait for a store.""");
    }

    private static Rounds rounds(Site site, BenchNode node, Jvm driver, String path, boolean conditional)
            throws Exception {
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient().send(node.request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        Path file = Files.write(site.data().resolve("bytes"), answer.body());
        int port = TrackerProcess.freePort();
        try (Jvm bare = Jvm.withoutTracker(
                "bare", BareRoute.class, site.data(), List.of("-Xmx1g"), List.of("" + port, file.toString()))) {
            bare.awaitLine(BareRoute.STARTED);
            bare.unattended();
            Jvm bareDriver = site.worker("bare-http", HttpDriver.class, port, "-", PLANS, 0);
            bareDriver.ask("get", WARM, CONNECTIONS, path);
            driver.ask("get", WARM, CONNECTIONS, path);
            Rounds rounds = Rounds.of(figures -> {
                figures.add(
                        "peer",
                        Done.parse(bareDriver.ask("get", GETS, CONNECTIONS, path))
                                .perSecond());
                figures.add(
                        "ours",
                        Done.parse(
                                        conditional
                                                ? driver.ask("same", GETS, CONNECTIONS, path, tag)
                                                : driver.ask("get", GETS, CONNECTIONS, path))
                                .perSecond());
            });
            bareDriver.close();
            return rounds;
        }
    }

    private static List<String> row(String what, double wanted, Rounds rounds) {
        return Goal.atLeast(wanted).row(what, rounds.of("ours"), rounds.of("peer"));
    }
}
