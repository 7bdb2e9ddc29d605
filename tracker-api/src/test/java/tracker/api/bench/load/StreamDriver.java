package tracker.api.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import tracker.api.bench.peer.Lines;

/** Follows one plan's events and reports on the plan. Arguments: port, token, the plan's number. */
public final class StreamDriver {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final String ID = "id:";

    private final MadePlans made = new MadePlans();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String token;
    private final int plan;
    /** When each position was heard of. */
    private final Map<Long, Long> heard = new ConcurrentHashMap<>();

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
        Thread reader = new Thread(() -> stream.body()
                .filter(line -> line.startsWith(ID))
                .forEach(line ->
                        heard.put(Long.parseLong(line.substring(ID.length()).strip()), System.nanoTime())));
        reader.setDaemon(true);
        reader.start();
    }

    private String report(int count) throws IOException, InterruptedException {
        Histogram answers = new Histogram(LONGEST_MICROS, 3);
        Histogram events = new Histogram(LONGEST_MICROS, 3);
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
            answers.recordValue((answered - began) / 1_000);
            long position =
                    position(answer.headers().firstValue("Tracker-Position").orElseThrow());
            events.recordValue(Math.max(0, awaited(position) - answered) / 1_000);
        }
        return millis(answers) + " " + millis(events);
    }

    private long awaited(long position) {
        Long at = heard.get(position);
        while (at == null) {
            LockSupport.parkNanos(20_000);
            at = heard.get(position);
        }
        return at;
    }

    private static long position(String header) {
        return Long.parseLong(header.replaceAll(".*\\D", ""));
    }

    private static String millis(Histogram micros) {
        return "%.2f %.2f".formatted(micros.getValueAtPercentile(50) / 1e3, micros.getValueAtPercentile(99) / 1e3);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }
}
