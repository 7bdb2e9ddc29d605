package tracker.api;

import java.util.Optional;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka in a container: the official image, or the one that TRACKER_KAFKA_IMAGE names. */
final class KafkaContainers {
    private static final String OFFICIAL = "apache/kafka";

    private KafkaContainers() {}

    /** Whether an engine answers, and has the image or can pull it. */
    static boolean available() {
        return ContainerImages.available(image().asCanonicalNameString());
    }

    static KafkaContainer create() {
        return new KafkaContainer(image());
    }

    private static DockerImageName image() {
        String name = Optional.ofNullable(System.getenv("TRACKER_KAFKA_IMAGE")).orElse(OFFICIAL + ":4.3.1");
        return DockerImageName.parse(name).asCompatibleSubstituteFor(OFFICIAL);
    }
}
