package tracker.api.bench.suite;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tracker.api.bench.ground.BenchNode;

/** Waits for what a node must have before it is measured. */
final class Ready {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private Ready() {}

    /** Until the views show that plan. */
    static void awaitPlan(BenchNode node, String plan) {
        awaitAnswer(node, "/api/v1/plans/" + plan);
    }

    /** Until that path is answered, to the last byte. */
    static void awaitAnswer(BenchNode node, String path) {
        HttpRequest request = node.request(path).build();
        HttpClient client = HttpClient.newHttpClient();
        await().atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }
}
