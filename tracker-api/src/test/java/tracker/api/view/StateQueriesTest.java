package tracker.api.view;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.codec.EventCodec;
import tracker.streams.runtime.LiveTasks;
import tracker.streams.topology.ViewTopology;

/** What cannot be read now is never taken for absent, nor for a fault. */
class StateQueriesTest {
    @Test
    void neitherBeforeTheStreamsRunNorAfterIsAnythingAnswered(@TempDir Path directory) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        LiveTasks tasks = new LiveTasks();
        tasks.begun(0);
        try (KafkaStreams streams =
                new KafkaStreams(new ViewTopology(new EventCodec(), (plan, position) -> {}).get(), settings)) {
            StateQueries queries = new StateQueries(streams, 4, tasks, () -> Set.of(0));

            mustNotBeReady(queries);
            streams.close();
            mustNotBeReady(queries);
        }
    }

    private static void mustNotBeReady(StateQueries queries) {
        assertThatThrownBy(() -> queries.get(ViewTopology.STATES, "zone", "zone/sums"))
                .isInstanceOf(NotReadyException.class);
        assertThatThrownBy(() -> queries.plans(ViewTopology.STATES)).isInstanceOf(NotReadyException.class);
    }
}
