package tracker.api.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import tracker.api.view.NotReadyException;
import tracker.api.webhooks.WebhookRefusedException.Why;
import tracker.api.webhooks.rules.Answer;
import tracker.api.webhooks.rules.WarningFilter;
import tracker.api.webhooks.sending.Message;
import tracker.api.webhooks.sending.Sender;
import tracker.api.webhooks.sending.Targets;

/**
 * What people do with webhooks. Each call names for whom: a department, which knows of none but its own, or null for the planning office. What
 * cannot be done is a {@link WebhookRefusedException}.
 */
public final class Webhooks {
    /** So many pings at once, beside the deliveries. */
    public static final int PINGS = 4;

    private final WebhookTable table;
    private final Secrets secrets;
    private final Targets targets;
    private final Sender sender;
    private final Envelope envelope;
    private final Clock clock;
    private final Duration overlap;
    private final int perPlan;
    private final Semaphore pings = new Semaphore(PINGS);

    /** A secret counts for {@code overlap} after another has taken its place; a plan has at most {@code perPlan} webhooks. */
    public Webhooks(
            WebhookTable table,
            Secrets secrets,
            Targets targets,
            Sender sender,
            Envelope envelope,
            Clock clock,
            Duration overlap,
            int perPlan) {
        this.table = table;
        this.secrets = secrets;
        this.targets = targets;
        this.sender = sender;
        this.envelope = envelope;
        this.clock = clock;
        this.overlap = overlap;
        this.perPlan = perPlan;
    }

    /** What somebody wants a webhook to be. */
    public record Wish(String url, WarningFilter filter, boolean active) {}

    /** A webhook with a secret that is told this once; null where it was made before already. */
    public record Made(Held held, String secret) {}

    public List<Held> of(String plan, String department) {
        return table.of(plan).stream()
                .filter(held -> held.webhook().isOf(department))
                .toList();
    }

    public Held find(String plan, String id, String department) {
        return table.find(plan, id)
                .filter(held -> held.webhook().isOf(department))
                .orElseThrow(() -> WebhookRefusedException.of(Why.UNKNOWN_WEBHOOK));
    }

    /** Tells of what comes after position {@code from}. Where there is one of that id already, that one is meant. */
    public synchronized Made register(String plan, String id, String department, Wish wish, long from) {
        if (table.find(plan, id).isPresent()) {
            return new Made(find(plan, id, department), null);
        }
        if (table.of(plan).size() >= perPlan) {
            throw WebhookRefusedException.of(Why.TOO_MANY_WEBHOOKS);
        }
        requireAllowed(wish.url());
        Instant now = clock.instant();
        Webhook webhook =
                new Webhook(id, plan, department, wish.url(), wish.filter(), wish.active(), 1, from, null, now, now);
        // First, so that there is never a webhook without.
        String secret = secrets.make(plan, id);
        table.put(webhook);
        return new Made(find(plan, id, department), secret);
    }

    /** {@code expected} is null for whatever version. */
    public Held change(String plan, String id, String department, Long expected, Wish wish) {
        requireAllowed(wish.url());
        return change(
                plan, id, department, expected, (is, now) -> is.with(wish.url(), wish.filter(), wish.active(), now));
    }

    /** From the event after that position on everything is sent again, before what is new. */
    public Held replay(String plan, String id, String department, Long expected, long after) {
        return change(plan, id, department, expected, (is, now) -> is.replayed(after, now));
    }

    public synchronized void delete(String plan, String id, String department, Long expected) {
        requireVersion(find(plan, id, department), expected);
        table.remove(plan, id);
        secrets.destroy(plan, id);
    }

    /** The new secret; the one before counts for a while still, so that the receiver has time to learn it. */
    public synchronized String rotate(String plan, String id, String department) {
        find(plan, id, department);
        return secrets.rotate(plan, id, clock.instant().plus(overlap));
    }

    /** A message without a warning, sent here and now and once. */
    public Delivery ping(String plan, String id, String department) {
        Webhook webhook = find(plan, id, department).webhook();
        if (!pings.tryAcquire()) {
            throw WebhookRefusedException.of(Why.BUSY);
        }
        try {
            String message = "ping_" + id + "_" + UUID.randomUUID();
            Instant now = clock.instant();
            List<byte[]> keys = secrets.of(plan, id, now);
            if (keys.isEmpty()) {
                throw new NotReadyException("the webhook's secret is not there");
            }
            Answer answer = sender.send(new Message(message, webhook.url(), envelope.ping(webhook, now), keys));
            boolean arrived = answer.status() != null && answer.status() / 100 == 2;
            Delivery.Outcome outcome = arrived ? Delivery.Outcome.DELIVERED : Delivery.Outcome.GIVEN_UP;
            return new Delivery(message, 0, null, null, now, 1, outcome, answer.status(), answer.reason());
        } finally {
            pings.release();
        }
    }

    /** Sends a message that was given up on once more, with all its attempts. */
    public void redeliver(String plan, String id, String department, String message) {
        Held held = find(plan, id, department);
        DeadLetter letter =
                held.deadLetter(message).orElseThrow(() -> WebhookRefusedException.of(Why.UNKNOWN_DELIVERY));
        table.put(held.webhook(), again(letter));
    }

    /** Does so with all; answers how many they are. */
    public int redeliverAll(String plan, String id, String department) {
        Held held = find(plan, id, department);
        List<DeadLetter> letters =
                held.deadLetters().values().stream().map(this::again).toList();
        table.putAll(held.webhook(), letters);
        return letters.size();
    }

    private DeadLetter again(DeadLetter letter) {
        return new DeadLetter(letter.last(), Attempts.none(letter.position(), clock.instant()));
    }

    private synchronized Held change(
            String plan, String id, String department, Long expected, BiFunction<Webhook, Instant, Webhook> change) {
        Held held = find(plan, id, department);
        requireVersion(held, expected);
        table.put(change.apply(held.webhook(), clock.instant()));
        return find(plan, id, department);
    }

    private void requireAllowed(String url) {
        targets.against(url).ifPresent(error -> {
            throw WebhookRefusedException.invalid(error);
        });
    }

    private static void requireVersion(Held held, Long expected) {
        if (expected != null && expected != held.webhook().version()) {
            throw WebhookRefusedException.stale(held.webhook().version());
        }
    }
}
