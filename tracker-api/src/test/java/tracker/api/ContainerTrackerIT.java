package tracker.api;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.kafka.KafkaContainer;

/** The same scenarios on a broker in a container. Skipped, and so counted, where no container engine or image is to be had. */
@EnabledIf(value = "tracker.api.KafkaContainers#available", disabledReason = "no container engine, or no Kafka image")
class ContainerTrackerIT extends TrackerScenarios {
    private final KafkaContainer kafka = KafkaContainers.create();

    @Override
    Map<String, Object> settings() {
        kafka.start();
        return Map.of("kafka.bootstrap.servers", kafka.getBootstrapServers());
    }

    /** The tracker first: one whose broker is gone waits a minute for its last commit. */
    @AfterAll
    @Override
    void stop() {
        super.stop();
        kafka.stop();
    }
}
