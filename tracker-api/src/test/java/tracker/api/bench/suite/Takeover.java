package tracker.api.bench.suite;

import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tracker.api.bench.ground.BenchNode;
import tracker.api.bench.ground.Jvm;
import tracker.api.bench.ground.Log;
import tracker.api.bench.ground.Site;
import tracker.api.bench.load.MadePlans;
import tracker.api.bench.page.Rounds;
import tracker.api.bench.page.Section;
import tracker.streams.domain.SubjectId;
import tracker.streams.topology.PlanPartitioner;
import tracker.streams.topology.Topics;

/** How long a plan cannot be read or written when one of two nodes is killed, with a copy of its stores on the other one and without. */
public final class Takeover implements Suite {
    private static final int PLANS = 20;
    private static final int UPDATES = 10_000;
    private static final int LATER_MONTH = 20;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(50);

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Section run(Path consoles) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        long[] events = new long[1];
        for (int standbys : List.of(1, 0)) {
            Rounds rounds = Rounds.counted(figures -> {
                try (Site site = new Site(consoles)) {
                    BenchNode first = site.peer("first", standbys);
                    BenchNode second = site.peer("second", standbys);
                    Jvm commands = Drivers.commands(site, PLANS);
                    commands.ask("many", UPDATES);
                    commands.close();
                    Ready.awaitPlan(second, MadePlans.plan(PLANS));
                    events[0] = new Log(site).content(Topics.EVENTS).records();
                    first.kill();
                    lost(second, figures);
                }
            });
            String how = standbys == 0 ? "none: its stores are built from their changelogs" : "on the other node";
            rows.add(List.of(
                    how,
                    rounds.of("read again").toString(),
                    rounds.of("written again").toString()));
        }
        return new Section("7. A node lost · 节点丢失")
                .table(List.of("copy of its stores", "all plans read again after s", "written again after s"), rows)
                .text("""
                        Two nodes, %,d events in %d partitions; one is killed (kill -9), the other one is asked for a plan of each partition until \
                        it has answered all. Of each figure some 10 s are the session timeout, after which the brokers give the dead node's partitions \
                        away.""".formatted(events[0], Site.PARTITIONS));
    }

    private void lost(BenchNode left, Rounds figures) {
        long began = System.nanoTime();
        List<CompletableFuture<Double>> reads = new ArrayList<>();
        List<CompletableFuture<Double>> writes = new ArrayList<>();
        onePlanOfEach().values().forEach(plan -> {
            reads.add(CompletableFuture.supplyAsync(() -> secondsUntil(200, get(left, plan), began)));
            writes.add(CompletableFuture.supplyAsync(() -> secondsUntil(201, post(left, plan), began)));
        });
        figures.add("read again", longest(reads));
        figures.add("written again", longest(writes));
    }

    /** By partition. */
    private static Map<Integer, Integer> onePlanOfEach() {
        Map<Integer, Integer> plans = new TreeMap<>();
        for (int plan = 0; plan < PLANS; plan++) {
            plans.putIfAbsent(
                    PlanPartitioner.partition(
                            SubjectId.ofPlan(MadePlans.plan(plan)).key(), Site.PARTITIONS),
                    plan);
        }
        return plans;
    }

    private static double longest(List<CompletableFuture<Double>> all) {
        return all.stream().mapToDouble(CompletableFuture::join).max().orElseThrow();
    }

    private static HttpRequest get(BenchNode node, int plan) {
        return node.request("/api/v1/plans/" + MadePlans.plan(plan) + "/indicators/I01")
                .build();
    }

    private static HttpRequest post(BenchNode node, int plan) {
        MadePlans made = new MadePlans();
        SubjectId subject = made.subject(plan, 0);
        return node.request("/api/v1/plans/%s/%s/%s/reports"
                        .formatted(subject.plan(), subject.kind().collection(), subject.id()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(made.body(0, LATER_MONTH)))
                .build();
    }

    private double secondsUntil(int status, HttpRequest request, long began) {
        await().atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(TRY_AGAIN_AFTER)
                .until(() -> client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == status);
        return (System.nanoTime() - began) / 1e9;
    }
}
