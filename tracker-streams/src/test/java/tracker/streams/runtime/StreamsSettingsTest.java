package tracker.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    @Test
    void ofThreeCopiesOrMoreMostMustHaveWhatIsAcknowledged() {
        assertThat(settings(1).durability()).isEmpty();
        assertThat(settings(2).durability()).isEmpty();
        assertThat(settings(3).durability()).isEqualTo(Map.of("min.insync.replicas", "2"));
        assertThat(settings(5).durability()).isEqualTo(Map.of("min.insync.replicas", "3"));
    }

    @Test
    void theStoresTopicsSayItToo() {
        assertThat(StateTopics.topics(settings(3))).hasSize(2).allSatisfy(topic -> assertThat(topic.configs())
                .containsEntry("min.insync.replicas", "2"));
        try (StoreMemory memory = new StoreMemory(1 << 20)) {
            assertThat(StreamsConfigs.of(settings(3), StreamsConfigs.COMMANDS_APPLICATION, memory))
                    .containsEntry("topic.min.insync.replicas", "2");
            assertThat(StreamsConfigs.of(settings(1), StreamsConfigs.COMMANDS_APPLICATION, memory))
                    .doesNotContainKey("topic.min.insync.replicas");
        }
    }

    private static StreamsSettings settings(int replication) {
        return new StreamsSettings(
                "localhost:1",
                "node-1",
                null,
                Set.of(StreamsSettings.NodePath.values()),
                Path.of("streams"),
                4,
                (short) replication,
                1,
                0,
                1 << 20,
                Duration.ofMillis(5),
                Duration.ofDays(7),
                Map.of());
    }
}
