package tracker.api.faults.clients;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;
import tracker.api.faults.history.Entry.Read;
import tracker.streams.domain.SubjectId;

/** Reads what is there now, what it has a token for, and what was there at an earlier moment: that again and again. */
final class Reader {
    private static final int NOT_FOUND = 404;
    private static final int REMEMBERED = 100;

    private final Session session;
    private final List<Indicator> indicators;
    private final List<Question> asked = new ArrayList<>();

    /** What is asked of the past; with that token it is settled. */
    private record Question(Indicator indicator, String asOf, long token) {}

    Reader(Session session, List<Indicator> indicators) {
        this.session = session;
        this.indicators = indicators;
    }

    void seen() throws IOException {
        state("read with token", session.heard());
    }

    void plain() throws IOException {
        state("read", null);
    }

    private void state(String what, Long token) throws IOException {
        Indicator indicator = session.drawn(indicators);
        Node node = session.anyNode();
        long begun = session.history().now();
        Reply reply = ask(what, node, indicator.path(), token);
        if (reply != null) {
            long version = reply.isOk() ? reply.version() : 0;
            read(node, begun, indicator.subject(), token, version, null, reply, null);
            session.saw(indicator, version);
        }
    }

    /** The plan's own state says how far its log is. */
    void plan() throws IOException {
        Node node = session.anyNode();
        long token = session.heard();
        long begun = session.history().now();
        Reply reply = ask("read of the plan", node, "", token);
        if (reply != null && reply.isOk()) {
            long position = reply.json().path("position").longValue();
            read(node, begun, SubjectId.ofPlan(Cluster.PLAN).key(), token, null, position, reply, null);
            session.hear(position);
        }
    }

    /** A question about the past: half of the time one that it asked before. */
    void past() throws IOException {
        Question question = !asked.isEmpty() && session.random().nextBoolean() ? session.drawn(asked) : question();
        if (question == null) {
            return;
        }
        Node node = session.anyNode();
        long begun = session.history().now();
        Reply reply =
                ask("read of the past", node, question.indicator().path() + "?" + question.asOf(), question.token());
        if (reply != null) {
            Long version = reply.isOk() ? reply.version() : 0;
            read(node, begun, question.indicator().subject(), question.token(), version, null, reply, question.asOf());
        }
    }

    private Question question() {
        Indicator indicator = session.drawn(indicators);
        Long version = session.written(indicator);
        Question question = null;
        if (session.random().nextBoolean() && version != null) {
            question = new Question(
                    indicator, "asOfVersion=" + (1 + session.random().nextInt(version.intValue())), session.heard());
        } else {
            Session.Moment moment = session.settled();
            if (moment != null) {
                question = new Question(indicator, "asOf=" + moment.at(), moment.settledBy());
            }
        }
        if (question != null) {
            asked.add(question);
            if (asked.size() > REMEMBERED) {
                asked.remove(session.random().nextInt(asked.size()));
            }
        }
        return question;
    }

    /** Null where there is no answer that says anything. */
    private Reply ask(String what, Node node, String path, Long token) throws IOException {
        try {
            Reply reply = session.api().get(node, path, token);
            if (reply.isOk() || reply.status() == NOT_FOUND) {
                session.tally().count(what, Tally.Result.OK);
                return reply;
            }
            session.tally().count(what, reply.status() < 500 ? Tally.Result.REFUSED : Tally.Result.UNKNOWN);
            return null;
        } catch (IOException cutOff) {
            session.tally().count(what, Tally.Result.UNKNOWN);
            session.unanswered(node);
            throw cutOff;
        }
    }

    private void read(
            Node node, long begun, String subject, Long token, Long version, Long position, Reply reply, String asOf) {
        session.history()
                .add(new Read(
                        // What one node has shown, another may be behind of; the token is what holds among all of them.
                        session.name() + " at " + node.name(),
                        begun,
                        session.history().now(),
                        subject,
                        token,
                        version,
                        position,
                        reply.digest(),
                        asOf));
    }
}
