package tracker.api;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** What this machine's container engine can run. */
final class ContainerImages {
    private static final int PULL_MINUTES = 5;

    private ContainerImages() {}

    /** Whether an engine answers, and has the image or can pull it. */
    static boolean available(String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return false;
        }
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
}
