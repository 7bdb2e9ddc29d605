package tracker.api.faults.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tracker.api.CutStream;
import tracker.api.faults.cluster.Cluster;
import tracker.api.faults.cluster.Node;
import tracker.api.faults.history.Entry.StreamItem;
import tracker.api.faults.history.Entry.StreamOpened;

/** Follows the plan's events from the first one on. Where it is cut off, or breaks off itself, it goes on behind the last that it has. */
final class Follower implements Runnable, AutoCloseable {
    private static final int MOST_BYTES = 200_000;
    private static final int PAUSE_MILLIS = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Session session;
    private final CountDownLatch over;
    private volatile CutStream current;
    private long last;

    Follower(Session session, CountDownLatch over) {
        this.session = session;
        this.over = over;
    }

    @Override
    public void run() {
        try {
            while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                follow(session.anyNode());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Node node) {
        session.history()
                .add(new StreamOpened(
                        session.name(), Cluster.PLAN, session.history().now(), last));
        long before = last;
        int bytes = session.random().nextInt(MOST_BYTES);
        try (CutStream stream =
                new CutStream(node.port(), bytes, session.random().nextBoolean())) {
            current = stream;
            stream.read(Api.PLAN + "/events/stream", session.api().token(), String.valueOf(last), this::take);
        } catch (IOException cutOff) {
            // Goes on as if nothing had been.
        }
        session.tally().count("stream", last > before ? Tally.Result.OK : Tally.Result.UNKNOWN);
    }

    private boolean take(CutStream.Message message) {
        if (message.name().equals("event")) {
            try {
                JsonNode event = JSON.readTree(message.data());
                last = Long.parseLong(message.id());
                session.history()
                        .add(new StreamItem(
                                session.name(),
                                session.history().now(),
                                last,
                                event.path("id").asText(),
                                event.path("hash").asText()));
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        } else {
            session.tally().count("stream " + message.name(), Tally.Result.REFUSED);
        }
        return over.getCount() > 0;
    }

    /** Ends the stream that it reads, which may have nothing more to say. */
    @Override
    public void close() throws IOException {
        CutStream reading = current;
        if (reading != null) {
            reading.close();
        }
    }
}
