package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What monitoring sees on the management port, and that the dashboard and the alerts ask for nothing else. */
class MetricsIT extends RunningTracker {
    private static final Pattern NAME = Pattern.compile("\\b((?:tracker|http|jvm|logback)_[a-z_]+)\\b");

    @Override
    Map<String, Object> settings() {
        return Map.of("tracker.metrics-interval", "200ms");
    }

    @Test
    void writesAndRefusalsAreCountedByWhatBecameOfThem() {
        assertThat(report("I01", "2021", "3500", "亿元").status()).isEqualTo(201);
        assertThat(office.post(indicator("I01") + "/reports", report("2022", "3600", "亿元"), "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(TestClient.anonymous(tracker.port())
                        .get(TestClient.PLAN + "/events")
                        .status())
                .isEqualTo(401);
        assertThat(client("dashboard").get(TestClient.PLAN + "/events").status())
                .isEqualTo(403);

        String scrape = scrape();
        assertThat(value(scrape, "tracker_writes_seconds_count{outcome=\"accepted\",reason=\"none\"}"))
                .isPositive();
        assertThat(value(scrape, "tracker_writes_seconds_count{outcome=\"refused\",reason=\"stale-version\"}"))
                .isEqualTo(1);
        assertThat(value(scrape, "tracker_access_refused_total{reason=\"token\"}"))
                .isPositive();
        assertThat(value(scrape, "tracker_access_refused_total{reason=\"right\"}"))
                .isPositive();
        assertThat(scrape).contains("http_server_requests_seconds_bucket").doesNotContain("I01");
    }

    @Test
    void theStateIsMeasured() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String scrape = scrape();
            assertThat(value(scrape, "tracker_ready")).isEqualTo(1);
            assertThat(value(scrape, "tracker_view_lag{generation=\"1\"}")).isZero();
            assertThat(value(scrape, "tracker_log_lso_age{partition=\"0\"}")).isZero();
            assertThat(value(scrape, "tracker_log_transactions_late{partition=\"3\"}"))
                    .isZero();
            assertThat(value(scrape, "tracker_checkpoint_age{partition=\"0\"}")).isNotNegative();
            assertThat(value(scrape, "tracker_warnings_open{plan=\"changsha-hitech-14fyp\",rule=\"stale\"}"))
                    .isPositive();
        });
    }

    @Test
    void aWarningThatIsRaisedLaterIsCountedToo() {
        String stale = "tracker_warnings_open{plan=\"changsha-hitech-14fyp\",rule=\"stale\"}";
        await().atMost(Duration.ofSeconds(30)).until(() -> scrape().contains(stale));
        String overspend = "tracker_warnings_open{plan=\"changsha-hitech-14fyp\",rule=\"overspend\"}";
        assertThat(scrape()).doesNotContain(overspend);

        // Of two.
        assertThat(office.post(
                                TestClient.PLAN + "/projects/P91/reports",
                                "{\"period\":\"2021\",\"invested\":\"5\",\"unit\":\"亿元\"}")
                        .status())
                .isEqualTo(201);

        await().atMost(Duration.ofSeconds(30)).until(() -> scrape().contains(overspend + " 1.0"));
    }

    @Test
    void aTransactionThatNobodyEndsIsSeen() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", tracker.brokers(), "transactional.id", "somebody-else");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("tracker.events", 2, "nobody", new byte[] {1}));
            producer.flush();
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                String scrape = scrape();
                assertThat(value(scrape, "tracker_log_lso_age{partition=\"2\"}"))
                        .isPositive();
                assertThat(value(scrape, "tracker_log_transactions_late{partition=\"2\"}"))
                        .isEqualTo(1);
            });
            producer.abortTransaction();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(value(scrape(), "tracker_log_lso_age{partition=\"2\"}"))
                        .isZero());
    }

    @Test
    void theDashboardAndTheAlertsAskForWhatIsThere() throws IOException {
        report("I02", "2021", "100", "亿元");
        client("dashboard").get(TestClient.PLAN + "/events");
        Set<String> there = scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());

        for (String file : Set.of("grafana-dashboard.json", "alerts.yml")) {
            Set<String> asked = new TreeSet<>();
            Matcher names = NAME.matcher(Files.readString(Path.of("../docs/monitoring", file)));
            while (names.find()) {
                asked.add(names.group(1));
            }
            assertThat(asked).as(file).hasSizeGreaterThan(6).isSubsetOf(there);
        }
    }

    @Test
    void healthAndMetricsAreOnThePortOfTheirOwn() {
        TestClient management = TestClient.management(tracker.managementPort());

        assertThat(management
                        .get("/health/readiness")
                        .json()
                        .at("/details/streams/details/phase")
                        .asText())
                .isEqualTo("ready");
        assertThat(management.get("/health/liveness").status()).isEqualTo(200);
        assertThat(TestClient.management(tracker.port()).get("/prometheus").status())
                .isGreaterThanOrEqualTo(401);
        assertThat(management
                        .get(TestClient.PLAN, "Authorization", "Bearer " + office.token())
                        .status())
                .isGreaterThanOrEqualTo(401);
    }

    private String scrape() {
        TestClient.Answer answer =
                TestClient.management(tracker.managementPort()).get("/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return new String(answer.bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static double value(String scrape, String series) {
        return scrape.lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n"
                        + scrape.lines()
                                .filter(line -> line.startsWith("tracker_"))
                                .collect(Collectors.joining("\n"))));
    }
}
