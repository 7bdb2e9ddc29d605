package tracker.api.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.api.faults.clients.Auditor;
import tracker.api.faults.clients.Clients;
import tracker.api.faults.clients.Indicator;
import tracker.api.faults.clients.Tally;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.HistoryChecker;
import tracker.api.faults.history.HistoryRecorder;
import tracker.api.faults.history.Verdict;
import tracker.api.faults.nemesis.FaultKind;
import tracker.api.faults.nemesis.Nemesis;

/**
 * A run against a cluster that is made to fail. {@code -Dfaults.minutes}, {@code faults.seed}, {@code faults.nodes} and {@code faults.kinds}
 * (separated by commas, or {@code all}) and {@code faults.clients} make it another one; what it was is left in {@code target/faults}.
 */
class FaultIT {
    private static final double MINUTES = Double.parseDouble(System.getProperty("faults.minutes", "1.5"));
    private static final long SEED = Long.getLong("faults.seed", 1);
    private static final int NODES = Integer.getInteger("faults.nodes", 2);
    private static final List<FaultKind> KINDS = FaultKind.named(System.getProperty("faults.kinds", "anywhere"));
    private static final int INDICATORS = 20;
    private static final int CLIENTS = Integer.getInteger("faults.clients", 48);
    /** What any machine comes to. */
    private static final int FAULTS_A_MINUTE = 5;

    private static final int OPERATIONS_A_MINUTE = 1_200;
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(4);

    private final Tally tally = new Tally();

    @Test
    void whatWasAnsweredHoldsWhateverFails(@TempDir Path data) throws Exception {
        long began = System.nanoTime();
        Path kept = Files.createDirectories(Path.of("target", "faults", String.valueOf(SEED)));
        System.out.printf("faults: seed %d, %s minutes, nodes %d, in %s%n", SEED, MINUTES, NODES, kept);
        Random seeds = new Random(SEED);
        try (Cluster cluster = new Cluster(NODES, data, kept);
                HistoryRecorder history = new HistoryRecorder(kept.resolve("history.jsonl"))) {
            cluster.start();
            System.out.printf("  all up after %.0f s%n", (System.nanoTime() - began) / 1e9);
            Auditor auditor = new Auditor(cluster, history, tally);
            List<Indicator> indicators = auditor.indicators(INDICATORS);
            Nemesis nemesis = new Nemesis(cluster, KINDS, history, tally, new Random(seeds.nextLong()));
            try (Clients clients = new Clients(CLIENTS, cluster, indicators, history, tally, seeds)) {
                nemesis.rage(Duration.ofMillis((long) (MINUTES * 60_000)));
                clients.end();
            }
            List<Logged> log = settled(auditor, indicators, seeds);
            log.forEach(history::add);
            Verdict verdict = new HistoryChecker().check(history.history());
            Files.write(
                    kept.resolve("violations.txt"),
                    verdict.violations().stream().map(Object::toString).toList());
            String summary =
                    "seed %d, %.0f s, nodes %d, clients %d%nfaults by kind %s%n%s  (%s)%n  events in the log %d%n%s%n"
                            .formatted(
                                    SEED,
                                    (System.nanoTime() - began) / 1e9,
                                    NODES,
                                    CLIENTS,
                                    nemesis.done(),
                                    tally,
                                    tally.totals(),
                                    log.size(),
                                    verdict.summary());
            System.out.print(summary);
            Files.writeString(kept.resolve("summary.txt"), summary);

            // In numbers, as all that is wrong would be too much to print.
            assertThat(verdict.violations().size())
                    .as("violations, see %s", kept)
                    .isZero();
            List<Logged> ofKafka = new KafkaLog(cluster.brokers().bootstrap()).read();
            assertThat(ofKafka.size()).isGreaterThanOrEqualTo(log.size());
            for (int event = 0; event < log.size(); event++) {
                assertThat(ofKafka.get(event)).isEqualTo(log.get(event));
            }
            // One that did nothing would find nothing.
            assertThat(verdict.faults()).isGreaterThanOrEqualTo((int) Math.ceil(MINUTES * FAULTS_A_MINUTE));
            assertThat(verdict.operations()).isGreaterThanOrEqualTo((int) (MINUTES * OPERATIONS_A_MINUTE));
        }
    }

    private static List<Logged> settled(Auditor auditor, List<Indicator> indicators, Random random) {
        return await().atMost(SETTLED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> auditor.settle(indicators, random), log -> !log.isEmpty());
    }
}
