package tracker.api.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tracker.api.view.NotReadyException;
import tracker.api.view.PlanQueries;
import tracker.api.webhooks.rules.Answer;
import tracker.api.webhooks.rules.Backoff;
import tracker.api.webhooks.rules.Verdict;
import tracker.api.webhooks.rules.WarningFilter;
import tracker.api.webhooks.sending.Message;
import tracker.api.webhooks.sending.Sender;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.event.Event;

/**
 * What there is to send for one webhook, one message after the other in the log's order. The log is its queue: between two turns it holds
 * nothing but how far it has looked.
 */
public final class Line {
    private static final int READ_AT_ONCE = 200;
    /** So far it may have looked through what is not wanted without writing it down. */
    private static final int UNWRITTEN = 5_000;

    private static final Duration SOON = Duration.ZERO;

    private final WebhookTable table;
    private final Parts parts;
    private long looked;
    /** What that was looked through for: another replay or another wish makes it count otherwise. */
    private long replay;

    private long version;

    /** What all lines of a node share. */
    public record Parts(
            PlanQueries queries,
            EventCodec codec,
            Envelope envelope,
            Secrets secrets,
            Sender sender,
            Backoff backoff,
            Counts counts,
            Clock clock,
            int mostDeadLetters) {}

    Line(WebhookTable table, Parts parts) {
        this.table = table;
        this.parts = parts;
    }

    /** Does one thing, and answers how long after it the next may be due; empty where something must happen first. Never twice at once. */
    Optional<Duration> turn(Held held, Instant now) {
        Webhook webhook = held.webhook();
        Progress progress = held.progress();
        if (!held.isRunning()) {
            return Optional.empty();
        }
        if (webhook.replay() != null && webhook.replay().number() > progress.replay()) {
            table.put(webhook, progress.begun(webhook.replay()));
            return Optional.of(SOON);
        }
        Optional<DeadLetter> asked = held.deadLetters().values().stream()
                .filter(letter -> letter.again() != null)
                .min(Comparator.comparing(letter -> letter.again().next()));
        if (asked.isPresent() && !asked.get().again().next().isAfter(now)) {
            redeliver(held, asked.get(), now);
            return Optional.of(SOON);
        }
        Optional<Duration> letter =
                asked.map(one -> Duration.between(now, one.again().next()));
        Optional<Duration> queue = queue(held, now);
        return letter.isEmpty()
                ? queue
                : queue.filter(wait -> wait.compareTo(letter.get()) < 0).or(() -> letter);
    }

    private Optional<Duration> queue(Held held, Instant now) {
        Webhook webhook = held.webhook();
        Progress progress = held.progress();
        boolean waits = progress.pending() != null
                && progress.version() == webhook.version()
                && progress.pending().next().isAfter(now);
        if (waits) {
            return Optional.of(Duration.between(now, progress.pending().next()));
        }
        if (replay != progress.replay()) {
            replay = progress.replay();
            looked = 0;
        }
        boolean written = looked <= progress.position();
        looked = Math.max(looked, progress.position());
        if (version != webhook.version()) {
            version = webhook.version();
            if (!written) {
                // What was not wanted so far stays so, whatever is wanted from now on.
                table.put(webhook, progress.passed(looked));
                return Optional.of(SOON);
            }
        }
        List<byte[]> events = parts.queries().events(webhook.plan(), looked, READ_AT_ONCE);
        for (byte[] encoded : events) {
            Event event = parts.codec().decode(encoded);
            Optional<Envelope.Content> content = parts.envelope().of(event, webhook, webhook.filter());
            if (content.isPresent()) {
                deliver(held, event.position(), content.get(), now);
                return Optional.of(SOON);
            }
            looked = event.position();
        }
        if (looked - progress.position() >= UNWRITTEN) {
            table.put(webhook, progress.passed(looked));
        }
        return events.size() < READ_AT_ONCE ? Optional.empty() : Optional.of(SOON);
    }

    private void deliver(Held held, long position, Envelope.Content content, Instant now) {
        Webhook webhook = held.webhook();
        Progress progress = held.progress();
        boolean tried = progress.pending() != null && progress.pending().position() == position;
        Attempts attempts = tried ? progress.pending() : Attempts.none(position, now);
        Tried result = attempt(webhook, attempts, content, now);
        if (result.verdict() instanceof Verdict.Retry retry) {
            Attempts next = attempts.again(result.delivery().at().plus(retry.pause()));
            table.put(webhook, progress.retrying(result.delivery(), next, webhook.version()));
        } else if (result.verdict() instanceof Verdict.Gone) {
            table.put(webhook, progress.gone(result.delivery(), webhook.version()));
        } else {
            if (result.verdict() instanceof Verdict.GivenUp) {
                // First, so that it is not lost between the two.
                table.put(webhook, new DeadLetter(result.delivery(), null));
                forgetOldest(webhook);
            }
            table.put(webhook, progress.done(result.delivery()));
        }
    }

    private void redeliver(Held held, DeadLetter letter, Instant now) {
        Webhook webhook = held.webhook();
        Optional<Envelope.Content> content = parts.queries().events(webhook.plan(), letter.position() - 1, 1).stream()
                .map(parts.codec()::decode)
                .findFirst()
                .flatMap(event -> parts.envelope().of(event, webhook, WarningFilter.ALL));
        if (content.isEmpty()) {
            table.remove(webhook, letter);
            return;
        }
        Tried result = attempt(webhook, letter.again(), content.get(), now);
        if (result.verdict() instanceof Verdict.Delivered) {
            table.remove(webhook, letter);
        } else if (result.verdict() instanceof Verdict.Retry retry) {
            Attempts next = letter.again().again(result.delivery().at().plus(retry.pause()));
            table.put(webhook, new DeadLetter(result.delivery(), next));
        } else {
            table.put(webhook, new DeadLetter(result.delivery(), null));
        }
        Progress progress = held.progress();
        table.put(
                webhook,
                result.verdict() instanceof Verdict.Gone
                        ? progress.gone(result.delivery(), webhook.version())
                        : progress.counting(result.delivery()));
    }

    private record Tried(Verdict verdict, Delivery delivery) {}

    private Tried attempt(Webhook webhook, Attempts attempts, Envelope.Content content, Instant now) {
        String id = webhook.message(attempts.position());
        List<byte[]> secrets = parts.secrets().of(webhook.plan(), webhook.id(), now);
        if (secrets.isEmpty()) {
            throw new NotReadyException("webhook " + webhook.id() + " has no secret: nothing is sent unsigned");
        }
        Answer answer = parts.sender().send(new Message(id, webhook.url(), content.body(), secrets));
        int made = attempts.made() + 1;
        Verdict verdict = Verdict.of(answer, made, parts.backoff());
        Delivery.Outcome outcome = outcome(verdict);
        parts.counts().count(outcome);
        return new Tried(
                verdict,
                new Delivery(
                        id,
                        attempts.position(),
                        content.type(),
                        content.subject(),
                        parts.clock().instant(),
                        made,
                        outcome,
                        answer.status(),
                        answer.reason()));
    }

    private static Delivery.Outcome outcome(Verdict verdict) {
        if (verdict instanceof Verdict.Delivered) {
            return Delivery.Outcome.DELIVERED;
        }
        if (verdict instanceof Verdict.Retry) {
            return Delivery.Outcome.RETRYING;
        }
        return verdict instanceof Verdict.Gone ? Delivery.Outcome.GONE : Delivery.Outcome.GIVEN_UP;
    }

    private void forgetOldest(Webhook webhook) {
        table.find(webhook.plan(), webhook.id())
                .filter(held -> held.deadLetters().size() > parts.mostDeadLetters())
                .ifPresent(held ->
                        table.remove(webhook, held.deadLetters().firstEntry().getValue()));
    }
}
