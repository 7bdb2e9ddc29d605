package tracker.api;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Kafka in a container: the official image, or the one that TRACKER_KAFKA_IMAGE names. */
final class KafkaContainers {
    private static final String OFFICIAL = "apache/kafka";

    private static final int PULL_MINUTES = 5;

    private KafkaContainers() {}

    /** Whether an engine answers, and has the image or can pull it. */
    static boolean available() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return false;
        }
        String image = image().asCanonicalNameString();
        DockerClient engine = DockerClientFactory.lazyClient();
        try {
            engine.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException notThereYet) {
            return pulled(engine, image);
        }
    }

    private static boolean pulled(DockerClient engine, String image) {
        try {
            return engine.pullImageCmd(image).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
        } catch (DockerException | DockerClientException notToBeHad) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static KafkaContainer create() {
        return new KafkaContainer(image());
    }

    private static DockerImageName image() {
        String name = Optional.ofNullable(System.getenv("TRACKER_KAFKA_IMAGE")).orElse(OFFICIAL + ":4.3.1");
        return DockerImageName.parse(name).asCompatibleSubstituteFor(OFFICIAL);
    }
}
