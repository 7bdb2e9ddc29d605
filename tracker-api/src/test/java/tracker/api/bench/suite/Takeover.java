package tracker.api.bench.suite;

import java.net.URI;
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
import tracker.api.bench.load.CommandDriver;
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
                    Jvm commands =
                            site.worker("commands", CommandDriver.class, site.bootstrap(), Site.PARTITIONS, PLANS);
                    commands.ask("many", UPDATES);
                    commands.close();
                    Ready.awaitPlan(second, MadePlans.plan(PLANS));
                    events[0] = new Log(site).content(Topics.EVENTS).records();
                    String token = second.token();
                    first.kill();
                    lost(second, token, figures);
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

    private void lost(BenchNode left, String token, Rounds figures) {
        long began = System.nanoTime();
        List<CompletableFuture<Void>> reads = new ArrayList<>();
        List<CompletableFuture<Void>> writes = new ArrayList<>();
        onePlanOfEach().values().forEach(plan -> {
            reads.add(CompletableFuture.runAsync(() -> until(200, get(left, token, plan))));
            writes.add(CompletableFuture.runAsync(() -> until(201, post(left, token, plan))));
        });
        figures.add("read again", seconds(began, reads));
        figures.add("written again", seconds(began, writes));
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

    private static double seconds(long began, List<CompletableFuture<Void>> all) {
        return all.stream()
                .map(one -> one.thenApply(done -> (System.nanoTime() - began) / 1e9))
                .mapToDouble(CompletableFuture::join)
                .max()
                .orElseThrow();
    }

    private HttpRequest get(BenchNode node, String token, int plan) {
        return request(node, token, "/api/v1/plans/" + MadePlans.plan(plan) + "/indicators/I01")
                .build();
    }

    private HttpRequest post(BenchNode node, String token, int plan) {
        MadePlans made = new MadePlans();
        SubjectId subject = made.subject(plan, 0);
        return request(
                        node,
                        token,
                        "/api/v1/plans/%s/%s/%s/reports"
                                .formatted(subject.plan(), subject.kind().collection(), subject.id()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(made.body(0, LATER_MONTH)))
                .build();
    }

    private static HttpRequest.Builder request(BenchNode node, String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                .header("Authorization", "Bearer " + token);
    }

    private void until(int status, HttpRequest request) {
        try {
            while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != status) {
                Thread.sleep(TRY_AGAIN_AFTER.toMillis());
            }
        } catch (Exception cause) {
            throw new IllegalStateException(request.uri().toString(), cause);
        }
    }
}
