package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tracker.api.embedded.EmbeddedBroker;
import tracker.streams.runtime.WrongTopicException;

/** The log itself, looked at with plain Kafka and Avro clients: nothing here uses the tracker's codec. */
class LogIT {
    private EmbeddedBroker broker;
    private Path data;

    @BeforeEach
    void startBroker(@TempDir Path directory) {
        data = directory;
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
    }

    @AfterEach
    void stopBroker() {
        broker.close();
    }

    @Test
    void aForeignConsumerReadsTheEventsByThePublishedSchema() throws Exception {
        try (Tracker tracker = start()) {
            TestClient.of(tracker.port(), data.resolve("tracker"), "planning-office")
                    .post(
                            TestClient.PLAN + "/indicators/I01/reports",
                            "{\"period\":\"2022\",\"value\":\"3600.50\",\"unit\":\"亿元\"}");
        }
        Map<String, Schema> schemas = new HashMap<>();
        read("tracker.schemas")
                .forEach(record -> schemas.put(
                        new String(record.key(), StandardCharsets.UTF_8),
                        new Schema.Parser().parse(new String(record.value(), StandardCharsets.UTF_8))));
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        List<GenericRecord> events = new ArrayList<>();
        Map<String, byte[]> heads = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read("tracker.events")) {
            byte[] value = record.value();
            assertThat(value).startsWith((byte) 0xC3, (byte) 0x01);
            Schema schema = schemas.get(HexFormat.of().formatHex(value, 2, 10));
            GenericRecord event = new GenericDatumReader<GenericRecord>(schema, schema, model)
                    .read(null, DecoderFactory.get().binaryDecoder(value, 10, value.length - 10, null));
            events.add(event);
            String key = new String(record.key(), StandardCharsets.UTF_8);
            byte[] named = ((GenericData.Fixed) event.get("previousHash")).bytes();
            assertThat(named).isEqualTo(heads.getOrDefault(key, new byte[32]));
            heads.put(key, MessageDigest.getInstance("SHA-256").digest(value));
        }

        GenericRecord last = events.stream()
                .filter(event -> ((GenericRecord) event.get("payload"))
                        .getSchema()
                        .getName()
                        .equals("ProgressReported"))
                .reduce((one, other) -> other)
                .orElseThrow();
        GenericRecord report = (GenericRecord) ((GenericRecord) last.get("payload")).get("report");
        GenericRecord figure = (GenericRecord) report.get("value");
        assertThat(last.get("subject")).hasToString("I01");
        assertThat(last.get("period")).hasToString("2022");
        assertThat(((java.math.BigDecimal) figure.get("amount")).setScale((int) figure.get("scale")))
                .hasToString("3600.50");
    }

    @Test
    void badBytesGoToTheDeadLettersAndTheTrackerGoesOn() throws Exception {
        try (Tracker tracker = start()) {
            TestClient office = TestClient.of(tracker.port(), data.resolve("tracker"), "planning-office");
            byte[] key = "changsha-hitech-14fyp/indicator/I01".getBytes(StandardCharsets.UTF_8);
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                for (int partition = 0; partition < 4; partition++) {
                    producer.send(new ProducerRecord<>("tracker.commands", partition, key, new byte[] {1, 2}))
                            .get();
                    producer.send(new ProducerRecord<>("tracker.events", partition, key, new byte[] {3, 4}))
                            .get();
                }
            }
            TestClient.Answer posted = office.post(
                    TestClient.PLAN + "/indicators/I01/reports",
                    "{\"period\":\"2022\",\"value\":3600,\"unit\":\"亿元\"}");

            assertThat(posted.status()).isEqualTo(201);
            assertThat(office.get(TestClient.PLAN, "Tracker-Position", posted.header("Tracker-Position"))
                            .status())
                    .isEqualTo(200);
            await().untilAsserted(() -> assertThat(read("tracker.dead-letters"))
                    .hasSize(8)
                    .allSatisfy(record -> assertThat(record.headers().lastHeader("tracker.reason"))
                            .isNotNull()));
        }
    }

    @Test
    void eventsAreKeptForeverAndATopicThatWouldLoseThemIsRefused() throws Exception {
        start().close();
        ConfigResource events = new ConfigResource(ConfigResource.Type.TOPIC, "tracker.events");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var config = admin.describeConfigs(List.of(events)).all().get().get(events);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(config.get("retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
            admin.incrementalAlterConfigs(Map.of(
                            events,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "86400000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }

        assertThatThrownBy(this::start)
                .isInstanceOf(WrongTopicException.class)
                .hasMessageContaining("tracker.events has retention.ms=86400000, not -1");
    }

    /** What a kill -9 leaves of a transaction under way: nothing that could be read, and yet the log is longer. */
    @Test
    @Timeout(120)
    void whatWasAbortedAtTheEndOfTheLogIsNotWaitedFor() {
        start().close();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "killed"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int partition = 0; partition < 4; partition++) {
                producer.send(new ProducerRecord<>("tracker.events", partition, null, new byte[] {1}));
            }
            producer.flush();
            producer.abortTransaction();
        }

        try (Tracker tracker = start()) {
            assertThat(TestClient.of(tracker.port(), data.resolve("tracker"), "planning-office")
                            .get(TestClient.PLAN)
                            .status())
                    .isEqualTo(200);
        }
    }

    private Tracker start() {
        return Tracker.start(
                Map.of(
                        "tracker.port", -1,
                        "tracker.data", data.resolve("tracker").toString(),
                        "kafka.bootstrap.servers", broker.bootstrapServers()),
                step -> {});
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(
                            0, consumer.partitionsFor(topic).size())
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
