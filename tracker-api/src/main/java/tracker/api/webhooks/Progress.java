package tracker.api.webhooks;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a webhook is: all up to {@code position} was delivered, given up on, or not wanted. {@code pending} is the next message while it is
 * being tried, made for {@code version} of the webhook; {@code gone} the version that the receiver wanted no more of; both null for none.
 * {@code replay} is the last replay that was begun; {@code recent} the last attempts, newest first.
 */
public record Progress(
        long position,
        long replay,
        Attempts pending,
        Long version,
        Long gone,
        long delivered,
        long failed,
        long givenUp,
        List<Delivery> recent) {
    private static final int RECENT = 20;

    public Progress {
        recent = List.copyOf(recent);
    }

    static Progress of(Webhook webhook) {
        return new Progress(webhook.from(), 0, null, null, null, 0, 0, 0, List.of());
    }

    /** Nothing up to there was wanted. */
    Progress passed(long to) {
        return new Progress(Math.max(position, to), replay, pending, version, gone, delivered, failed, givenUp, recent);
    }

    Progress begun(Webhook.Replay wished) {
        long back = Math.min(position, wished.after());
        return new Progress(back, wished.number(), null, null, gone, delivered, failed, givenUp, recent);
    }

    /** The next message is done with, one way or the other. */
    Progress done(Delivery last) {
        return new Progress(last.position(), replay, null, null, null, delivered, failed, givenUp, recent)
                .counting(last);
    }

    Progress retrying(Delivery last, Attempts next, long of) {
        return new Progress(position, replay, next, of, null, delivered, failed, givenUp, recent).counting(last);
    }

    Progress gone(Delivery last, long of) {
        return new Progress(position, replay, null, null, of, delivered, failed, givenUp, recent).counting(last);
    }

    /** An attempt beside the queue: a dead letter that was sent again. */
    Progress counting(Delivery one) {
        boolean arrived = one.outcome() == Delivery.Outcome.DELIVERED;
        List<Delivery> now = new ArrayList<>(List.of(one));
        now.addAll(recent.subList(0, Math.min(recent.size(), RECENT - 1)));
        return new Progress(
                position,
                replay,
                pending,
                version,
                gone,
                delivered + (arrived ? 1 : 0),
                failed + (arrived ? 0 : 1),
                givenUp + (one.outcome() == Delivery.Outcome.GIVEN_UP ? 1 : 0),
                now);
    }

    /** Whether the receiver has wanted no more of the webhook as it is now. */
    boolean isGone(Webhook webhook) {
        return gone != null && gone == webhook.version();
    }
}
