package tracker.api.bench.suite;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tracker.api.bench.ground.BenchNode;
import tracker.streams.domain.Period;
import tracker.streams.domain.SubjectId;

/** Waits for what a node must have before it is measured. */
final class Ready {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** One for all: thousands of plans are waited for, and each client would have its thread and its connections. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Ready() {}

    /** Until the views show that plan. */
    static void awaitPlan(BenchNode node, String plan) {
        awaitAnswer(node, "/api/v1/plans/" + plan);
    }

    /**
     * Until the plan's first day has begun: with that a warning is opened for whatever in it is overdue, more events than all that is measured
     * then.
     */
    static void awaitDay(BenchNode node, String plan) {
        await(node, "/api/v1/plans/" + plan + "/events?type=DayTurned", body -> body.contains("DayTurned"));
    }

    /** Until the views show that the subject was reported on for that period. */
    static void awaitReport(BenchNode node, SubjectId subject, Period period) {
        await(
                node,
                "/api/v1/plans/%s/%s/%s/history"
                        .formatted(subject.plan(), subject.kind().collection(), subject.id()),
                body -> body.contains("\"" + period + "\""));
    }

    /** Until that path is answered, to the last byte. */
    static void awaitAnswer(BenchNode node, String path) {
        await(node, path, body -> true);
    }

    private static void await(BenchNode node, String path, Predicate<String> wanted) {
        HttpRequest request = node.request(path).build();
        Awaitility.await()
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
                    return answer.statusCode() == 200 && wanted.test(answer.body());
                });
    }
}
