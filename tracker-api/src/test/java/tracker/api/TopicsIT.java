package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.api.embedded.EmbeddedBroker;
import tracker.streams.domain.Text;
import tracker.streams.runtime.BrokersRefusedException;
import tracker.streams.runtime.WrongTopicException;

/** The topics, prepared before there is a tracker. */
class TopicsIT {
    private static final Text PREPARED = new Text("主题已就绪", "the topics are prepared");

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
    void theyAreThereAfterwardsAndMayBePreparedAgain() throws Exception {
        assertThat(prepare(broker.bootstrapServers(), Map.of())).isEqualTo(PREPARED);
        assertThat(prepare(broker.bootstrapServers(), Map.of())).isEqualTo(PREPARED);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .contains("tracker.commands", "tracker.events", "tracker.webhooks");
        }
    }

    @Test
    void fewerCopiesThanAreWantedAreRefused() {
        prepare(broker.bootstrapServers(), Map.of("tracker.replication", 1));
        assertThatThrownBy(() -> prepare(broker.bootstrapServers(), Map.of("tracker.replication", 3)))
                .isInstanceOf(WrongTopicException.class)
                .hasMessageContaining("tracker.events has 1 replicas, not 3")
                .hasMessageContaining("tracker.events has min.insync.replicas=1, not 2");
    }

    @Test
    void brokersThatAreNotThereAreNamed() {
        assertThatThrownBy(() -> prepare(
                        "localhost:" + TrackerProcess.freePort(),
                        Map.of("kafka.default.api.timeout.ms", 3_000, "kafka.request.timeout.ms", 2_000)))
                .isInstanceOf(BrokersRefusedException.class)
                .hasMessageContaining("kafka.bootstrap.servers");
    }

    private Text prepare(String brokers, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("tracker.create-topics", true);
        settings.put("tracker.data", data.resolve("tracker").toString());
        settings.put("kafka.bootstrap.servers", brokers);
        try (Ground ground = Ground.open(settings, step -> {}, before -> {})) {
            return Maintenance.run(ground);
        }
    }
}
