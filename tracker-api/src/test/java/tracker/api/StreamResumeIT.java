package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who follows the log while it grows, and is cut off again and again: by the network, and by the tracker's own ends. */
class StreamResumeIT {
    private static final int CUTS = 100;
    private static final int CUTS_BEFORE_THE_STOP = 35;
    private static final int CUTS_BEFORE_THE_KILL = 70;

    private final List<CutStream.Message> received = new ArrayList<>();
    private final AtomicLong heard = new AtomicLong();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Random random = new Random(20210101);
    private final int port = TrackerProcess.freePort();

    @TempDir
    private Path data;

    @Test
    void everyEventComesOnceAndInOrder() throws Exception {
        CompletableFuture<Void> reading;
        CompletableFuture<Void> posting;
        AtomicBoolean enough = new AtomicBoolean();
        try (Tracker first = start()) {
            readTo(lastPosition(), Integer.MAX_VALUE, false);
            posting = CompletableFuture.runAsync(() -> post(enough));
            reading = CompletableFuture.runAsync(this::readAndBeCutOff);
            awaitCuts(CUTS_BEFORE_THE_STOP, reading, posting);
        }
        try (TrackerProcess second = TrackerProcess.start(data, port)) {
            awaitCuts(CUTS_BEFORE_THE_KILL, reading, posting);
            second.kill();
        }
        try (Tracker third = start()) {
            awaitCuts(CUTS, reading, posting);
            reading.join();
            enough.set(true);
            posting.join();
            readTo(lastPosition(), Integer.MAX_VALUE, false);

            check();
        }
    }

    private static ConditionFactory patiently() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(90));
    }

    private Tracker start() {
        // Beats much faster than usual, so that they come between everything.
        return Tracker.start(
                Map.of("tracker.port", port, "tracker.data", data.toString(), "tracker.heartbeat", "20ms"), step -> {});
    }

    private void awaitCuts(int many, CompletableFuture<?>... going) {
        patiently()
                .until(() ->
                        cuts.get() >= many || CompletableFuture.anyOf(going).isCompletedExceptionally());
        List.of(going).forEach(one -> one.getNow(null));
    }

    private void readAndBeCutOff() {
        while (cuts.get() < CUTS) {
            // From within the headers to some events further on.
            int bytes = random.nextInt(3_000);
            boolean rudely = random.nextBoolean();
            patiently().until(() -> readTo(Long.MAX_VALUE, bytes, rudely));
            cuts.incrementAndGet();
        }
    }

    /** Until that position, or until cut off. False where nobody answers. */
    private boolean readTo(long position, int bytes, boolean rudely) {
        String last =
                received.isEmpty() ? "0" : received.get(received.size() - 1).id();
        if (Long.parseLong(last) >= position) {
            return true;
        }
        try (CutStream stream = new CutStream(port, bytes, rudely)) {
            stream.read(TestClient.PLAN + "/events/stream", token(), last, message -> {
                received.add(message);
                return Long.parseLong(message.id()) < position;
            });
        } catch (EOFException cut) {
            return true;
        } catch (SocketTimeoutException silent) {
            throw new AssertionError("neither events nor heartbeats", silent);
        } catch (CutStream.RefusedException refused) {
            assertThat(refused).hasMessageContaining(" 503 ");
            return false;
        } catch (IOException nobody) {
            return false;
        }
        return true;
    }

    /** One report or correction after the other, each until it is answered for. */
    private void post(AtomicBoolean enough) {
        TestClient office = client("planning-office");
        List<String> units = new ArrayList<>();
        for (int number = 1; number <= 8; number++) {
            String indicator = TestClient.PLAN + "/indicators/I%02d".formatted(number);
            units.add(office.get(indicator).json().path("unit").asText());
        }
        for (int post = 0; !enough.get(); post++) {
            int place = post / 2 % 480;
            String period = "%d-%02d".formatted(2021 + place / 8 / 12, place / 8 % 12 + 1);
            String path = TestClient.PLAN + "/indicators/I%02d/reports".formatted(place % 8 + 1);
            boolean corrects = post % 2 == 1 || post >= 960;
            String report = "\"value\":%d,\"unit\":\"%s\"".formatted(post % 50, units.get(place % 8));
            String key = "post-" + post;
            TestClient.Answer answer = patiently()
                    .ignoreExceptions()
                    .until(
                            () -> corrects
                                    ? office.post(
                                            path + "/" + period + "/correction",
                                            "{%s,\"reason\":\"counted again\"}".formatted(report),
                                            "Idempotency-Key",
                                            key)
                                    : office.post(
                                            path,
                                            "{\"period\":\"%s\",%s}".formatted(period, report),
                                            "Idempotency-Key",
                                            key),
                            given -> given.status() != 503 && given.status() != 202);
            assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        }
    }

    private void check() {
        List<JsonNode> log = new ArrayList<>();
        String next = "0";
        while (next != null) {
            JsonNode page = client("auditor")
                    .get(TestClient.PLAN + "/events?limit=1000&after=" + next)
                    .json();
            page.path("items").forEach(log::add);
            next = page.has("next") ? page.path("next").asText() : null;
        }
        assertThat(received).allSatisfy(message -> assertThat(message.name()).isEqualTo("event"));
        assertThat(received)
                .extracting(message -> Long.valueOf(message.id()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log.size()).boxed().toList());
        for (int i = 0; i < log.size(); i++) {
            assertThat(TestClient.parse(received.get(i).data())).isEqualTo(log.get(i));
            assertThat(log.get(i).path("position").longValue()).isEqualTo(i + 1);
        }
    }

    private long lastPosition() {
        return client("planning-office")
                .get(TestClient.PLAN)
                .json()
                .path("position")
                .longValue();
    }

    private TestClient client(String token) {
        return TestClient.of(port, data, token, heard);
    }

    private String token() {
        try {
            return TestClient.parse(Files.readString(data.resolve("tokens.json")))
                    .path("auditor")
                    .asText();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
