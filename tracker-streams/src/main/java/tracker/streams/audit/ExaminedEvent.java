package tracker.streams.audit;

import tracker.streams.codec.EventCodec;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Hash;

/**
 * An event of an archive with all that can be found out about it by itself, whatever comes before it: {@code leaf} is its hash in the
 * tree, {@code hash} what its successor names, {@code subject} its subject's key. These two and {@code event} are null where it is not
 * intact, or where it cannot be read: then {@code fault} says why.
 */
record ExaminedEvent(
        LoggedEvent logged, boolean intact, byte[] leaf, Hash hash, String subject, Event event, String fault) {
    static ExaminedEvent of(LoggedEvent logged, Hasher hasher, EventCodec codec) {
        byte[] leaf = hasher.leaf(logged.event());
        if (!logged.isIntact()) {
            return new ExaminedEvent(logged, false, leaf, null, null, null, null);
        }
        try {
            Event event = codec.decode(logged.event());
            String key = event.subject().key();
            // One string where there should be one: what is looked up by it was hashed once.
            String subject = key.equals(logged.key()) ? logged.key() : key;
            return new ExaminedEvent(logged, true, leaf, hasher.hash(logged.event()), subject, event, null);
        } catch (RuntimeException cause) {
            // Not only what cannot be read: also a time zone that there is not, and whatever else a forger thinks of.
            return new ExaminedEvent(logged, true, leaf, null, null, null, String.valueOf(cause.getMessage()));
        }
    }
}
