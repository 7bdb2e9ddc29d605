package tracker.api.bench.suite;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tracker.api.bench.beyond.Figure;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Samples.Sampled;
import tracker.api.bench.ground.Site;
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

    /** Which of the columns is an update over HTTP; the next one is a read. */
    private static final int POST = 1;

    @Override
    public Section run(Path consoles) throws Exception {
        List<Profile> columns = new ArrayList<>();
        try (Site site = new Site(consoles)) {
            BenchNode writer = site.node("writer", "-Dtracker.roles=write");
            Sampled sampled = new Sampled(writer.pid(), site.data());
            Jvm driver = Drivers.commands(site, PLANS);
            driver.ask("many", UPDATES);
            driver.ask("many", UPDATES);
            columns.add(
                    Profile.of("write path, all at once", sampled, writer, UPDATES, () -> driver.ask("many", UPDATES)));
        }
        try (Site site = new Site(consoles)) {
            BenchNode node = site.node("node");
            Sampled sampled = new Sampled(node.pid(), site.data());
            Drivers.commands(site, PLANS);
            Jvm driver = Drivers.http(site, node, PLANS, 0);
            driver.ask("post", 2 * HTTP_UPDATES, HTTP_CONNECTIONS);
            columns.add(Profile.of(
                    "POST of an update, %d connections".formatted(HTTP_CONNECTIONS),
                    sampled,
                    node,
                    HTTP_UPDATES,
                    () -> driver.ask("post", HTTP_UPDATES, HTTP_CONNECTIONS)));
            String asOf = Reads.INDICATOR + "?asOf=" + Instant.now();
            for (String path : List.of(Reads.INDICATOR, Reads.PLAN, asOf)) {
                driver.ask("get", GETS, CONNECTIONS, path);
                columns.add(Profile.of(
                        "GET " + path.replaceFirst("asOf=.*", "asOf=…"),
                        sampled,
                        node,
                        GETS,
                        () -> driver.ask("get", GETS, CONNECTIONS, path)));
            }
            driver.ask("get", EXPORTS, 1, Replay.ARCHIVE);
            columns.add(Profile.of(
                    "GET " + Replay.ARCHIVE,
                    sampled,
                    node,
                    EXPORTS,
                    () -> driver.ask("get", EXPORTS, 1, Replay.ARCHIVE)));
        }
        return Profile.put(columns, new Section("8. Where a node's time goes · 时间去向"))
                .figure(Figure.UPDATE.key(), columns.get(POST).micros() / 1e6)
                .figure(Figure.READ.key(), columns.get(POST + 1).micros() / 1e6);
    }
}
