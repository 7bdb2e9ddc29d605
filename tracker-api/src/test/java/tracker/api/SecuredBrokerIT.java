package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.runtime.BrokersRefusedException;

/** The tracker on brokers that ask who it is and allow it only what the script grants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredBrokerIT {
    private static final String EVENTS = "tracker.events";
    private static final String REPORTS = TestClient.PLAN + "/indicators/I01/reports";

    private Path directory;

    private SecuredBroker broker;

    @BeforeAll
    void startBroker(@TempDir Path temporary) throws Exception {
        directory = temporary;
        broker = new SecuredBroker(Files.createDirectory(directory.resolve("broker")), List.of("tracker", "auditor"));
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    @Order(1)
    void aWrongPasswordIsSaidAtOnce() {
        assertThatThrownBy(() -> start(broker.login("tracker", "wrong")))
                .isInstanceOf(BrokersRefusedException.class)
                .hasMessageContaining("kafka.sasl.")
                .hasMessageNotContaining("wrong");
    }

    @Test
    @Order(2)
    void brokersThatDoNotAnswerAreNamed() {
        Map<String, String> nobody = Map.of(
                "bootstrap.servers", "localhost:" + TrackerProcess.freePort(),
                "default.api.timeout.ms", "3000",
                "request.timeout.ms", "2000");

        assertThatThrownBy(() -> start(nobody))
                .isInstanceOf(BrokersRefusedException.class)
                .hasMessageContaining("kafka.security.protocol");
    }

    @Test
    @Order(3)
    void withoutRightsItDoesNotStartAndNamesTheScript() {
        assertThatThrownBy(() -> start(broker.login("tracker")))
                .isInstanceOf(BrokersRefusedException.class)
                .hasMessageContaining("docs/kafka-acls.sh");
    }

    @Test
    @Order(4)
    void withTheScriptsRightsEverythingWorks() throws IOException, InterruptedException {
        grant();

        try (Tracker tracker = start(broker.login("tracker"))) {
            TestClient office = TestClient.of(tracker.port(), data(), "planning-office");
            assertThat(office.post(REPORTS, RunningTracker.report("2022", "3600", "亿元"))
                            .status())
                    .isEqualTo(201);
            assertThat(office.get(TestClient.PLAN + "/indicators/I01")
                            .json()
                            .path("value")
                            .asInt())
                    .isEqualTo(3600);
            TestClient operator = TestClient.of(tracker.port(), data(), "operator");
            assertThat(operator.post("/api/v1/views/rebuild", "").status()).isLessThan(300);
        }
        try (Tracker again = start(broker.login("tracker"))) {
            assertThat(TestClient.of(again.port(), data(), "auditor")
                            .get(TestClient.PLAN + "/indicators/I01")
                            .json()
                            .path("value")
                            .asInt())
                    .isEqualTo(3600);
        }
    }

    @Test
    @Order(5)
    void theTrackerItselfCanNotChangeThePast() {
        try (Admin admin = Admin.create(client("tracker"))) {
            assertDenied(admin.deleteTopics(List.of(EVENTS)).all());
            assertDenied(admin.deleteRecords(Map.of(new TopicPartition(EVENTS, 0), RecordsToDelete.beforeOffset(1)))
                    .all());
            assertDenied(admin.incrementalAlterConfigs(Map.<ConfigResource, Collection<AlterConfigOp>>of(
                            new ConfigResource(ConfigResource.Type.TOPIC, EVENTS),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                    .all());
        }
    }

    @Test
    @Order(6)
    void theAuditorReadsTheLogAndWritesNothing() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(client("auditor"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(EVENTS).stream()
                    .map(one -> new TopicPartition(EVENTS, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            assertThat(consumer.poll(Duration.ofSeconds(20)).count()).isPositive();
            consumer.assign(List.of(new TopicPartition("tracker.commands", 0)));
            assertThat(catchThrowable(() -> consumer.poll(Duration.ofSeconds(20))))
                    .isInstanceOf(TopicAuthorizationException.class);
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client("auditor"), new ByteArraySerializer(), new ByteArraySerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(EVENTS, new byte[] {1}))
                            .get())
                    .hasCauseInstanceOf(org.apache.kafka.common.errors.AuthorizationException.class);
        }
    }

    private static void assertDenied(KafkaFuture<Void> asked) {
        assertThatThrownBy(asked::get).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Tracker start(Map<String, String> login) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("kafka.bootstrap.servers", broker.bootstrapServers());
        login.forEach((name, value) -> properties.put("kafka." + name, value));
        properties.put("tracker.port", -1);
        properties.put("tracker.data", data().toString());
        return Tracker.start(properties, step -> {});
    }

    private Map<String, Object> client(String user) {
        Map<String, Object> client = new HashMap<>(broker.login(user));
        client.put("bootstrap.servers", broker.bootstrapServers());
        return client;
    }

    /** As an administrator would, with Kafka's own command from its jars. */
    private void grant() throws IOException, InterruptedException {
        Path tool = Files.createDirectories(directory.resolve("bin")).resolve("kafka-acls.sh");
        Files.writeString(
                tool,
                "#!/bin/sh\nexec '%s' -cp \"$KAFKA_CLASSPATH\" org.apache.kafka.tools.AclCommand \"$@\"\n"
                        .formatted(Path.of(System.getProperty("java.home"), "bin", "java")));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        Path login = Files.writeString(
                directory.resolve("admin.properties"),
                broker.login(SecuredBroker.ADMIN).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        ProcessBuilder script = new ProcessBuilder(
                        "bash",
                        "../docs/kafka-acls.sh",
                        broker.bootstrapServers(),
                        login.toString(),
                        "tracker",
                        "auditor")
                .redirectErrorStream(true);
        script.environment().merge("PATH", tool.getParent().toString(), (path, bin) -> bin + ":" + path);
        script.environment().put("KAFKA_CLASSPATH", System.getProperty("java.class.path"));
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
