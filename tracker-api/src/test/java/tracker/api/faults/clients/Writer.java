package tracker.api.faults.clients;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tracker.api.faults.cluster.Node;
import tracker.api.faults.history.Entry.Outcome;

/** Reports, corrects and retracts, and sends again what it sent before. */
final class Writer {
    private static final int REMEMBERED = 200;
    private static final int WITH_A_KEY = 80;
    private static final int WITH_A_VERSION = 45;
    /** A version that is not the last one seen. */
    private static final int OUT_OF_DATE = 10;

    private final Session session;
    private final List<Indicator> indicators;
    private final List<Sent> sent = new ArrayList<>();
    private int writes;

    /** A request as it went out; key and expected may be null. */
    private record Sent(String what, Indicator indicator, String path, String body, String key, Long expected) {}

    Writer(Session session, List<Indicator> indicators) {
        this.session = session;
        this.indicators = indicators;
    }

    void report() throws IOException {
        Indicator indicator = session.drawn(indicators);
        String body =
                "{\"period\":\"%s\",\"value\":%d,\"unit\":\"%s\"}".formatted(period(), ++writes, indicator.unit());
        begin("report", indicator, "/reports", body);
    }

    void correct() throws IOException {
        Indicator indicator = session.drawn(indicators);
        String body =
                "{\"value\":%d,\"unit\":\"%s\",\"reason\":\"counted again\"}".formatted(++writes, indicator.unit());
        begin("correction", indicator, "/reports/" + period() + "/correction", body);
    }

    void retract() throws IOException {
        Indicator indicator = session.drawn(indicators);
        String body = "{\"reason\":\"withdrawal %d\"}".formatted(++writes);
        begin("retraction", indicator, "/reports/" + period() + "/retraction", body);
    }

    /** Sends one of its requests again, as it was. */
    void repeat() throws IOException {
        if (!sent.isEmpty()) {
            Sent again = session.drawn(sent);
            send(new Sent("repetition", again.indicator(), again.path(), again.body(), again.key(), again.expected()));
        }
    }

    /** Sends something else under a key that it used before. */
    void reuse() throws IOException {
        if (!sent.isEmpty()) {
            Sent first = session.drawn(sent);
            String body = "{\"period\":\"%s\",\"value\":%d,\"unit\":\"%s\"}"
                    .formatted(period(), ++writes, first.indicator().unit());
            send(new Sent(
                    "reused key",
                    first.indicator(),
                    first.indicator().path() + "/reports",
                    body,
                    first.key(),
                    first.expected()));
        }
    }

    /** One of few, so that most are reported soon and many meet at each. */
    private String period() {
        int year = 2021 + session.random().nextInt(5);
        int quarter = session.random().nextInt(5);
        return quarter == 0 ? String.valueOf(year) : year + "-Q" + quarter;
    }

    private void begin(String what, Indicator indicator, String path, String body) throws IOException {
        String key = session.happens(WITH_A_KEY) ? session.name() + "-" + writes : null;
        Long expected = session.happens(WITH_A_VERSION) ? session.version(indicator) : null;
        if (expected != null && expected > 1 && session.happens(OUT_OF_DATE)) {
            expected--;
        }
        Sent request = new Sent(what, indicator, indicator.path() + path, body, key, expected);
        if (key != null) {
            sent.add(request);
            if (sent.size() > REMEMBERED) {
                sent.remove(session.random().nextInt(sent.size()));
            }
        }
        send(request);
    }

    private void send(Sent request) throws IOException {
        Node node = session.anyNode();
        Map<String, String> headers = new HashMap<>();
        if (request.key() != null) {
            headers.put("Idempotency-Key", request.key());
        }
        if (request.expected() != null) {
            headers.put("If-Match", "\"" + request.expected() + "\"");
        }
        long write = session.history()
                .writing(
                        session.name(),
                        request.indicator().subject(),
                        request.key(),
                        request.expected(),
                        request.path() + " " + request.body());
        Outcome outcome;
        JsonNode answer = null;
        try {
            Reply reply = session.api().post(node, request.path(), request.body(), headers);
            outcome = reply.outcome();
            answer = outcome instanceof Outcome.Answered ? reply.json() : null;
        } catch (IOException cutOff) {
            outcome = new Outcome.Unknown(cutOff.toString());
            session.unanswered(node);
        }
        session.history().ended(write, outcome);
        learn(request, node, outcome, answer);
    }

    private void learn(Sent request, Node node, Outcome outcome, JsonNode answer) throws IOException {
        if (outcome instanceof Outcome.Answered answered) {
            session.recorded(
                    request.indicator(),
                    answered.version(),
                    Instant.parse(answer.path("recordedAt").asText()),
                    answered.position());
            session.tally().wrote(node.name(), answered.position());
            session.tally().count(request.what(), Tally.Result.OK);
        } else if (outcome instanceof Outcome.Refused refused) {
            if (refused.currentVersion() != null) {
                session.saw(request.indicator(), refused.currentVersion());
            }
            session.tally().count(request.what(), Tally.Result.REFUSED);
        } else {
            session.tally().count(request.what(), Tally.Result.UNKNOWN);
            throw new IOException("not answered");
        }
    }
}
