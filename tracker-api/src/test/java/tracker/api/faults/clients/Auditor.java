package tracker.api.faults.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;
import tracker.api.faults.history.Entry;
import tracker.api.faults.history.Entry.Logged;
import tracker.api.faults.history.HistoryRecorder;
import tracker.streams.domain.Kind;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.SubjectId;

/** Comes before and after: asks for what there is to report on, and takes down the whole log in the end. */
public final class Auditor {
    private static final int PAGE = 1000;

    private final Cluster cluster;
    private final HistoryRecorder history;
    private final Tally tally;

    public Auditor(Cluster cluster, HistoryRecorder history, Tally tally) {
        this.cluster = cluster;
        this.history = history;
        this.tally = tally;
    }

    private Api api(String role) {
        return new Api(cluster.token(role));
    }

    /** The first core indicators. */
    public List<Indicator> indicators(int count) throws IOException {
        List<Indicator> indicators = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String id = "I%02d".formatted(number);
            Reply reply = api("auditor").get(cluster.nodes().get(0), "/indicators/" + id, null);
            if (!reply.isOk()) {
                throw new IllegalStateException(id + ": " + reply.status());
            }
            indicators.add(new Indicator(id, reply.json().path("unit").asText()));
        }
        return indicators;
    }

    /** Writes once more, by each node, and reads all that there is; whoever asks again until this succeeds has the log to its end. */
    public List<Logged> settle(List<Indicator> indicators, Random random) throws IOException {
        Session session = new Session("auditor", cluster, api("planning-office"), history, tally, random, new Board());
        long end = tally.last();
        for (Node node : cluster.nodes()) {
            String body = "{\"period\":\"2021\",\"value\":1,\"unit\":\"%s\"}"
                    .formatted(indicators.get(0).unit());
            // Nothing that was sent before can be decided later than this, whatever is decided of it.
            Map<String, String> headers = new HashMap<>();
            Reply reply = session.api().post(node, indicators.get(0).path() + "/reports", body, headers);
            if (reply.status() == 202 || reply.status() >= 500) {
                throw new IOException("not settled: " + reply.status());
            }
        }
        for (Node node : cluster.nodes()) {
            Reply plan = session.api().get(node, "", end);
            end = Math.max(end, plan.json().path("position").longValue());
        }
        List<Logged> log = log(cluster.nodes().get(0), end);
        for (Indicator indicator : indicators) {
            for (Node node : cluster.nodes()) {
                read(session, node, indicator, end);
            }
        }
        return log;
    }

    private void read(Session session, Node node, Indicator indicator, long token) throws IOException {
        long begun = history.now();
        Reply reply = session.api().get(node, indicator.path(), token);
        if (!reply.isOk()) {
            throw new IOException("not settled: " + reply.status());
        }
        history.add(new Entry.Read(
                "auditor at " + node.name(),
                begun,
                history.now(),
                indicator.subject(),
                token,
                reply.version(),
                null,
                reply.digest(),
                null));
    }

    private List<Logged> log(Node node, long end) throws IOException {
        List<Logged> log = new ArrayList<>();
        Api api = api("auditor");
        String next = "0";
        while (next != null) {
            Reply reply = api.get(node, "/events?limit=" + PAGE + "&after=" + next, end);
            if (!reply.isOk()) {
                throw new IOException("not settled: " + reply.status());
            }
            JsonNode page = reply.json();
            for (JsonNode event : page.path("items")) {
                log.add(logged(event));
            }
            next = page.has("next") ? page.path("next").asText() : null;
        }
        return log;
    }

    private static Logged logged(JsonNode event) {
        return new Logged(
                event.path("position").longValue(),
                event.path("id").asText(),
                event.path("commandId").asText(),
                new SubjectId(
                                event.path("plan").asText(),
                                Labelled.of(Kind.class, event.path("kind").asText()),
                                event.path("subject").asText())
                        .key(),
                event.path("version").longValue(),
                event.path("hash").asText(),
                event.path("previousHash").asText(),
                given(event.path("idempotencyKey").textValue()));
    }

    /** A key as a client gave it, null where none did: a node that hands a request on makes a key where there is none. */
    public static String given(String key) {
        return key != null && key.startsWith(Session.CLIENT) ? key : null;
    }
}
