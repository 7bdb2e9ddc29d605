package tracker.api.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tracker.api.bench.ground.Latencies;
import tracker.api.bench.ground.Lines;

/** Follows one plan's events and reports on the plan. Arguments: port, token, the plan's number. */
public final class StreamDriver {
    private static final String ID = "id:";

    private final MadePlans made = new MadePlans();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;
    private final int plan;
    /** When each position was heard of. */
    private final Map<Long, CompletableFuture<Long>> heard = new ConcurrentHashMap<>();

    private int next;

    private StreamDriver(String port, String token, int plan) {
        this.address = "http://127.0.0.1:" + port + "/api/v1/plans/" + MadePlans.plan(plan);
        this.token = token;
        this.plan = plan;
    }

    /** Is told {@code COUNT}; answers with milliseconds at p50 and p99, of the answers, and from each answer to its event (0 where that came first). */
    public static void main(String[] arguments) throws Exception {
        StreamDriver driver = new StreamDriver(arguments[0], arguments[1], Integer.parseInt(arguments[2]));
        driver.follow();
        Lines.serve(words -> driver.report(Integer.parseInt(words.get(0))));
    }

    private void follow() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> stream =
                client.send(request("/events/stream").build(), HttpResponse.BodyHandlers.ofLines());
        Thread reader = new Thread(
                () -> stream.body().filter(line -> line.startsWith(ID)).forEach(line -> event(
                                Long.parseLong(line.substring(ID.length()).strip()))
                        .complete(System.nanoTime())));
        reader.setDaemon(true);
        reader.start();
    }

    private String report(int count) throws IOException, InterruptedException {
        Latencies answers = new Latencies();
        Latencies events = new Latencies();
        for (int number = 0; number < count; number++, next++) {
            int index = next % made.subjects();
            var subject = made.subject(plan, index);
            HttpRequest report = request("/" + subject.kind().collection() + "/" + subject.id() + "/reports")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(made.body(index, next / made.subjects())))
                    .build();
            long began = System.nanoTime();
            HttpResponse<String> answer = client.send(report, HttpResponse.BodyHandlers.ofString());
            long answered = System.nanoTime();
            if (answer.statusCode() != 201) {
                throw new IOException(answer.body());
            }
            answers.add(answered - began);
            long position =
                    position(answer.headers().firstValue("Tracker-Position").orElseThrow());
            events.add(event(position).join() - answered);
        }
        return answers + " " + events;
    }

    private CompletableFuture<Long> event(long position) {
        return heard.computeIfAbsent(position, awaited -> new CompletableFuture<>());
    }

    private static long position(String header) {
        return Long.parseLong(header.replaceAll(".*\\D", ""));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }
}
