package tracker.api.access.session;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tracker.api.access.KnownTokens;
import tracker.streams.domain.Actor;
import tracker.streams.domain.event.Hash;

/**
 * Who is signed in to this node's pages. A session is an id of which only the hash is kept. It ends when it was said to, when its holder
 * signs out, and together with the static token that it stands for. It survives a restart, and is no other node's.
 */
@Singleton
public final class Sessions {
    private static final int ID_BYTES = 32;
    private static final int MOST = 10_000;

    private final SessionFile file;
    private final LoginSettings settings;
    private final KnownTokens tokens;
    private final Clock clock;
    private final String issuer;
    private final SecureRandom random = new SecureRandom();
    private volatile Map<String, Session> byHash;

    Sessions(
            SessionFile file,
            LoginSettings settings,
            KnownTokens tokens,
            Clock clock,
            @Nullable @Property(name = "tracker.oidc.issuer") String issuer) {
        this.file = file;
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
        this.issuer = issuer;
    }

    /** A session that was opened just now: its id stands nowhere else. */
    public record Opened(String id, Instant ends) {}

    /** Whose a session is, and until when. */
    public record Holder(Actor actor, Instant ends) {}

    /** Empty where that is no static token, or no more. */
    public Optional<Opened> open(String token) {
        return tokens.find(token).map(known -> {
            Instant ends = earlier(known.entry().expires());
            String id = newId();
            add(new Session(hash(id), known.entry().sha256(), null, known.holder(), ends));
            return new Opened(id, ends);
        });
    }

    /** For somebody for whom {@code from}, an issuer, vouches until then. */
    public Opened open(Actor actor, Instant until, String from) {
        Instant ends = earlier(until);
        String id = newId();
        add(new Session(hash(id), null, from, actor, ends));
        return new Opened(id, ends);
    }

    /** Empty for what is no session, or no more. */
    public Optional<Holder> find(String id) {
        Instant now = clock.instant();
        return Optional.ofNullable(known().get(hash(id)))
                .filter(session -> session.isOpenAt(now))
                .flatMap(this::holder);
    }

    public synchronized void end(String id) {
        Map<String, Session> rest = new LinkedHashMap<>(known());
        if (rest.remove(hash(id)) != null) {
            keep(rest);
        }
    }

    /** A token's session is its token's: what is said of the one now counts for the other. */
    private Optional<Holder> holder(Session session) {
        return session.token() == null
                ? Optional.of(new Holder(session.actor(), session.ends()))
                        .filter(any -> Objects.equals(session.issuer(), issuer))
                : tokens.findHashed(session.token()).map(known -> new Holder(known.holder(), session.ends()));
    }

    private synchronized void add(Session session) {
        Instant now = clock.instant();
        Map<String, Session> all = new LinkedHashMap<>(known());
        all.values().removeIf(other -> !other.isOpenAt(now));
        if (all.size() >= MOST) {
            all.values().stream()
                    .min(Comparator.comparing(Session::ends))
                    .map(Session::sha256)
                    .ifPresent(all::remove);
        }
        all.put(session.sha256(), session);
        keep(all);
    }

    private void keep(Map<String, Session> all) {
        file.write(all.values());
        byHash = all;
    }

    /** Read when somebody first asks: a start has no need of it. */
    private Map<String, Session> known() {
        if (byHash == null) {
            synchronized (this) {
                if (byHash == null) {
                    Map<String, Session> read = new LinkedHashMap<>();
                    file.read().forEach(session -> read.put(session.sha256(), session));
                    byHash = read;
                }
            }
        }
        return byHash;
    }

    private Instant earlier(@Nullable Instant other) {
        Instant ends = clock.instant().plus(settings.lifetime());
        return other != null && other.isBefore(ends) ? other : ends;
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** 256 random bits: a plain digest gives nothing away. */
    private static String hash(String id) {
        return Hash.sha256(id).hex();
    }
}
