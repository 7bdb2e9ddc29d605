package tracker.api.faults.clients;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does one thing after the other, drawn at random, until it is over. */
final class Client implements Runnable {
    private static final int LONGEST_PAUSE_MILLIS = 400;
    /** The first time; twice as long each time after it. */
    private static final int PAUSE_UNANSWERED_MILLIS = 250;

    private static final int LONGEST_PAUSE_UNANSWERED_MILLIS = 2_000;

    private final Session session;
    private final Writer writer;
    private final Reader reader;
    private final CountDownLatch over;

    Client(Session session, List<Indicator> indicators, CountDownLatch over) {
        this.session = session;
        this.writer = new Writer(session, indicators);
        this.reader = new Reader(session, indicators);
        this.over = over;
    }

    @Override
    public void run() {
        try {
            int pause = 0;
            int unanswered = PAUSE_UNANSWERED_MILLIS;
            while (!over.await(pause, TimeUnit.MILLISECONDS)) {
                pause = session.random().nextInt(LONGEST_PAUSE_MILLIS);
                try {
                    act(session.random().nextInt(100));
                    unanswered = PAUSE_UNANSWERED_MILLIS;
                } catch (IOException notAnswered) {
                    pause = unanswered;
                    unanswered = Math.min(2 * unanswered, LONGEST_PAUSE_UNANSWERED_MILLIS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(int drawn) throws IOException {
        if (drawn < 10) {
            writer.report();
        } else if (drawn < 19) {
            writer.correct();
        } else if (drawn < 22) {
            writer.retract();
        } else if (drawn < 27) {
            writer.repeat();
        } else if (drawn < 28) {
            writer.reuse();
        } else if (drawn < 57) {
            reader.seen();
        } else if (drawn < 74) {
            reader.plain();
        } else if (drawn < 84) {
            reader.plan();
        } else {
            reader.past();
        }
    }
}
