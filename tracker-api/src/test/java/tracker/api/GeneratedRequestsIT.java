package tracker.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.LoggerFactory;
import tracker.api.contract.Contract;
import tracker.api.contract.generated.ApiOperation;
import tracker.api.contract.generated.Call;
import tracker.api.contract.generated.Caller;
import tracker.api.contract.generated.Draws;
import tracker.api.contract.generated.Judge;
import tracker.api.contract.generated.Reply;
import tracker.api.contract.generated.Requests;
import tracker.api.contract.generated.Wire;

/**
 * Thousands of requests that are made from the contract, allowed and not, by everybody: each answer is as the contract says, and the tracker
 * is none the worse for it. -Dcontract.requests says how many, -Dcontract.seed makes others.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GeneratedRequestsIT extends RunningTracker {
    private static final int REQUESTS = Integer.getInteger("contract.requests", 3_500);
    private static final long SEED = Long.getLong("contract.seed", 20_260_101);
    private static final double ALLOWED = 0.4;
    private static final int ROUNDS = 40;
    private static final int SHOWN = 30;
    private static final int KIND = 120;
    private static final Duration REBUILT = Duration.ofSeconds(90);
    private static final String NO_PROVIDER = "no identity provider is set";
    /** What requests need not bring about here, and why. */
    private static final Map<String, String> OUT_OF_REACH = Map.of(
            "acknowledgeTaskWarning", "a task is warned of only where an adjustment that was drawn makes it so",
            "redeliver", "nothing was sent to a webhook often enough to be given up",
            "beginSignIn", NO_PROVIDER,
            "headBeginSignIn", NO_PROVIDER,
            "endSignIn", NO_PROVIDER,
            "headEndSignIn", NO_PROVIDER);

    private final JsonNode contract = Contract.served();
    private final Judge judge = new Judge(contract);
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Requests requests = new Requests(contract, (operation, media) -> files.get(operation + " " + media));
    /** The first request of each kind of fault. */
    private final Map<String, String> faults = new TreeMap<>();

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, List<Caller>> letIn = new TreeMap<>();
    private final Set<String> reached = new TreeSet<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Caller> callers = new ArrayList<>();
    private Wire wire;

    @Override
    Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("tracker.requests-per-second", 100_000),
                Map.entry("tracker.anonymous-requests-per-second", 100_000),
                Map.entry("tracker.feedback-per-hour", 100_000),
                Map.entry("tracker.login.attempts-per-minute", 100_000),
                Map.entry("tracker.read-wait", "50ms"),
                Map.entry("tracker.heartbeat", "50ms"),
                Map.entry("tracker.checkpoint-interval", "1s"),
                Map.entry("tracker.webhooks.allow-http", true),
                Map.entry("tracker.webhooks.allowed-hosts", "localhost"),
                Map.entry("tracker.webhooks.connect-timeout", "200ms"),
                Map.entry("tracker.webhooks.per-plan", 1_000));
    }

    @BeforeAll
    void know() throws IOException {
        listen();
        TestClient.JSON
                .readTree(Files.readAllBytes(data.resolve("tokens.json")))
                .fields()
                .forEachRemaining(token ->
                        callers.add(new Caller(token.getKey(), token.getValue().asText())));
        callers.addAll(List.of(Caller.NOBODY, Caller.UNKNOWN));
        requests.know("plan", "changsha-hitech-14fyp");
        requests.know("token", client("auditor").token());
        requests.know("next", "/docs");
        requests.know("url", "http://localhost:1/hook");
        requests.know("asset", "docs.js");
        requests.know("sort", "id");
        requests.know("page", "indicators");
        requests.know("version", "any");
        requests.know("file", "app.js");
        requests.know("file", "lit/3.3.1/index.js");
        client("auditor")
                .get(TestClient.PLAN + "/events?limit=20")
                .json()
                .path("items")
                .forEach(event -> requests.know("eventId", event.path("id").asText()));
        files.put("registerPlan application/zip", PlanArchive.simulated("another-plan"));
        files.put(
                "verifyLog application/avro",
                client("auditor").get("/api/v1/audit/archive").bytes());
        wire = new Wire(tracker.port());
    }

    @AfterAll
    void silence() {
        root().detachAppender("failures");
        if (wire != null) {
            wire.close();
        }
    }

    @Test
    @Order(1)
    void everyAnswerIsAsTheContractSays() {
        int sent = 0;
        // First everything as it should be, by one of each role: so that much is known.
        for (Caller caller : representatives()) {
            for (ApiOperation operation : requests.operations()) {
                send(operation, caller, sent++, true);
            }
        }
        for (; sent < REQUESTS; sent++) {
            Draws draws = Draws.of(-SEED, sent);
            ApiOperation operation = draws.one(requests.operations());
            boolean isAllowed = draws.chance(ALLOWED);
            List<Caller> able = draws.chance(0.8) ? letIn.getOrDefault(operation.id(), callers) : callers;
            send(operation, draws.one(able), sent, isAllowed);
        }
        assertThat(faults.values().stream().limit(SHOWN))
                .as(
                        "%d kinds of faults in %d requests %s; again with -Dcontract.seed=%d -Dcontract.requests=%d",
                        faults.size(), sent, statuses, SEED, REQUESTS)
                .isEmpty();
    }

    @Test
    @Order(2)
    void everyOperationThatCanBeReachedWas() {
        for (int round = 0; round < ROUNDS && !unreached().isEmpty(); round++) {
            Set<String> unreached = unreached();
            for (ApiOperation operation : requests.operations()) {
                // What is written may be what the others wait for.
                if (unreached.contains(operation.id()) || operation.method().equals("POST")) {
                    Draws draws = Draws.of(~SEED, round);
                    List<Caller> able = letIn.getOrDefault(operation.id(), callers);
                    send(operation, draws.one(able), REQUESTS + round, true);
                }
            }
        }
        assertThat(unreached()).as("seed %d", SEED).isEmpty();
    }

    @Test
    @Order(3)
    void theTrackerIsNoneTheWorse() {
        assertThat(TestClient.management(tracker.managementPort())
                        .get("/health/readiness")
                        .status())
                .isEqualTo(200);
        TestClient.Answer written = office.post(
                TestClient.PLAN + "/adjustments",
                "{\"subject\":\"indicator/I02\",\"changes\":{\"source\":\"统计年鉴\"},\"reason\":\"after all\",\"reference\":\"1\"}");
        assertThat(written.status()).as("%s", written).isEqualTo(201);
        JsonNode read = office.get(indicator("I02"), "Tracker-Position", written.header("Tracker-Position"))
                .json();
        assertThat(read.path("version").asLong())
                .isEqualTo(written.json().path("version").asLong());

        TestClient.Answer verified = client("auditor").post(TestClient.PLAN + "/audit/verify", "");
        assertThat(verified.status()).as("%s", verified).isEqualTo(200);
        assertThat(verified.json().path("verified").asBoolean())
                .as("%s", verified)
                .isTrue();
    }

    @Test
    @Order(4)
    void theStateIsWhatTheEventsMakeOfIt() {
        TestClient operator = client("operator");
        await().until(() -> operator.delete("/api/v1/views/standby").status() == 200
                && operator.post("/api/v1/views/rebuild", "").status() == 202);
        await().atMost(REBUILT).until(() -> operator.get("/api/v1/views")
                .json()
                .at("/standby/caughtUp")
                .asBoolean());
        JsonNode comparison = operator.get("/api/v1/views/comparison").json();
        assertThat(comparison.path("equal").asBoolean()).as("%s", comparison).isTrue();
    }

    @Test
    @Order(5)
    void nothingFailedWithoutAWordToItsCaller() {
        assertThat(failures).isEmpty();
    }

    private Set<String> unreached() {
        Set<String> unreached = new TreeSet<>();
        requests.operations().forEach(operation -> unreached.add(operation.id()));
        unreached.removeAll(reached);
        unreached.removeAll(OUT_OF_REACH.keySet());
        return unreached;
    }

    private List<Caller> representatives() {
        Set<String> roles = new TreeSet<>();
        return callers.stream()
                .filter(caller -> roles.add(caller.name().replaceAll(":.*", "")))
                .toList();
    }

    private void send(ApiOperation operation, Caller caller, int number, boolean isAllowed) {
        Draws draws = Draws.of(SEED, number);
        Map<String, String> place = requests.place(operation, draws);
        Call call = isAllowed
                ? requests.allowed(operation, place, caller, draws)
                : requests.mutated(operation, place, caller, draws);
        try {
            Reply reply = wire.send(call);
            statuses.merge(reply.status(), 1, Integer::sum);
            List<String> wrong = judge.faults(operation, call, reply);
            if (!wrong.isEmpty()) {
                fault(operation, number, wrong, call + "\n-> " + reply);
            }
            if (isAllowed) {
                note(operation, caller, place, reply);
            }
        } catch (IOException none) {
            fault(operation, number, List.of("no answer: " + none.getMessage()), call.toString());
        }
    }

    private void note(ApiOperation operation, Caller caller, Map<String, String> place, Reply reply) {
        if (reply.status() != 401 && reply.status() != 403) {
            letIn.computeIfAbsent(operation.id(), none -> new ArrayList<>()).add(caller);
        }
        if (reply.isSuccess()) {
            reached.add(operation.id());
        }
        requests.learn(operation, place, reply);
    }

    private void fault(ApiOperation operation, int number, List<String> wrong, String shown) {
        String all = String.join("\n  ", wrong);
        String kind = operation.id() + ": " + all.replaceAll("\\d+", "#");
        faults.putIfAbsent(
                kind.substring(0, Math.min(kind.length(), KIND)), "\n#" + number + " " + all + "\n" + shown + "\n");
    }

    /** The broker that runs in this process says what it likes of topics that are deleted under its producers. */
    private void listen() {
        AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                boolean isOurs = event.getLoggerName().startsWith("tracker")
                        || event.getLoggerName().startsWith("io.micronaut");
                if (isOurs && event.getLevel().isGreaterOrEqual(Level.ERROR) && event.getThrowableProxy() != null) {
                    failures.add(event.getFormattedMessage() + ": "
                            + event.getThrowableProxy().getMessage());
                }
            }
        };
        ear.setName("failures");
        ear.start();
        root().addAppender(ear);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
