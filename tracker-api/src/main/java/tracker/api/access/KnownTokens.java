package tracker.api.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Labelled;
import tracker.streams.domain.Role;

/**
 * Whose each static token is. The file is looked at again when it has changed, within a second. While it cannot be read, nobody is known:
 * whoever broke it sees that at once and mends it, whereas a revocation that was missed would go unseen.
 */
@Singleton
public final class KnownTokens {
    private static final Logger LOG = LoggerFactory.getLogger(KnownTokens.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final TokenFile file;
    private final Clock clock;
    private volatile Seen seen;

    KnownTokens(TokenFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.seen = look(new Seen(clock.instant(), true, Optional.empty(), Map.of()));
    }

    /** The file as it was at the last look. Where it is not {@code readable}, it is tried again at the next. */
    private record Seen(Instant at, boolean readable, Optional<TokenFile.Stamp> stamp, Map<String, Known> byHash) {}

    /** Whose a token is, by its entry in the file. */
    public record Known(Actor holder, TokenFile.Entry entry) {
        static Known of(TokenFile.Entry entry) {
            return new Known(new Actor(Labelled.of(Role.class, entry.role()), entry.department(), entry.user()), entry);
        }
    }

    /** Empty for a token that is none of ours, or no more. */
    public Optional<Known> find(String token) {
        return findHashed(TokenFile.hash(token));
    }

    /** As {@link #find}, by the token's SHA-256. */
    public Optional<Known> findHashed(String sha256) {
        Instant now = clock.instant();
        return Optional.ofNullable(current(now).byHash().get(sha256))
                .filter(known -> known.entry().isValidAt(now));
    }

    Optional<Actor> holder(String token) {
        return find(token).map(Known::holder);
    }

    private Seen current(Instant now) {
        if (isDue(now)) {
            synchronized (this) {
                if (isDue(now)) {
                    seen = look(seen);
                }
            }
        }
        return seen;
    }

    /** A clock that was set back does not put the next look off. */
    private boolean isDue(Instant now) {
        return Duration.between(seen.at(), now).abs().compareTo(LOOK_EVERY) >= 0;
    }

    private Seen look(Seen before) {
        Instant now = clock.instant();
        try {
            // The stamp first: what is written in between is read at the next look.
            Optional<TokenFile.Stamp> stamp = file.stamp();
            return before.readable() && stamp.equals(before.stamp())
                    ? new Seen(now, true, stamp, before.byHash())
                    : new Seen(
                            now,
                            true,
                            stamp,
                            file.read().stream()
                                    .map(Known::of)
                                    .collect(Collectors.toUnmodifiableMap(
                                            known -> known.entry().sha256(), Function.identity())));
        } catch (RuntimeException unreadable) {
            if (before.readable()) {
                LOG.error("the tokens cannot be read: nobody is let in by one until they can", unreadable);
            }
            return new Seen(now, false, Optional.empty(), Map.of());
        }
    }
}
