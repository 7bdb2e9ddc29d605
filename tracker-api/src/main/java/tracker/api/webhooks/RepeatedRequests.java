package tracker.api.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What requests with an Idempotency-Key were answered, so that a repeated one is answered the same and does nothing. */
public final class RepeatedRequests {
    /** Of one plan; older ones are forgotten sooner. */
    private static final int MOST = 500;

    private final WebhookTable table;
    private final Clock clock;
    private final Duration retention;

    public RepeatedRequests(WebhookTable table, Clock clock, Duration retention) {
        this.table = table;
        this.clock = clock;
        this.retention = retention;
    }

    /** {@code request} names who asked for what under which key; empty where that is new. */
    public Optional<Remembered> find(String plan, String request) {
        return table.answer(plan, request).filter(answer -> answer.at().isAfter(oldest()));
    }

    public void remember(String plan, String request, String content, int status, String location, String body) {
        List<Map.Entry<String, Remembered>> known = table.answers(plan).entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().at()))
                .toList();
        int over = known.size() - MOST + 1;
        for (int i = 0; i < known.size(); i++) {
            if (i < over || known.get(i).getValue().at().isBefore(oldest())) {
                table.forget(known.get(i).getKey());
            }
        }
        table.put(plan, request, new Remembered(content, status, location, body, clock.instant()));
    }

    private Instant oldest() {
        return clock.instant().minus(retention);
    }
}
