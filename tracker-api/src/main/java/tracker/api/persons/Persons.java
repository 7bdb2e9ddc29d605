package tracker.api.persons;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import tracker.api.blobs.BlobStore;
import tracker.streams.domain.Actor;
import tracker.streams.domain.command.Command;

/**
 * The names of persons. They go into the log encrypted, under a key a person and plan, and are opened on their way out as long as that key is
 * there. Hashes and proofs are of the log, so that nothing of them changes when somebody is erased.
 */
public final class Persons {
    /** What is shown for somebody who was erased. */
    public static final String ERASED = "已删除 · erased";
    /** How long this node may still know what another one has erased. */
    private static final Duration KNOWN = Duration.ofSeconds(30);

    private static final int MOST_KNOWN = 10_000;

    private final PersonRows rows;
    private final Cache<SealedName, String> opened = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN)
            .build();

    public Persons(BlobStore store, SecureRandom random) {
        this.rows = new PersonRows(store, random);
    }

    /** {@code id} stands for the person in the plan's events. */
    public record Person(String id, String name) {}

    /** The command as it may be written down. */
    public Command concealed(Command command) {
        Actor actor = command.actor();
        if (!actor.isPerson()) {
            return command;
        }
        String plan = command.subject().plan();
        return command.by(actor.named(rows.findOrMake(plan, actor.user()).toString()));
    }

    /** What stands for that user in the plan's events. */
    public String recorded(String plan, String user) {
        return rows.find(plan, user).map(SealedName::toString).orElse(user);
    }

    public Actor opened(Actor actor) {
        return actor.named(opened(actor.user(), UnaryOperator.identity()));
    }

    /** The text with the names in it; {@code escape} makes each fit where it stands. */
    public String opened(String text, UnaryOperator<String> escape) {
        return SealedName.replaceAll(text, known -> escape.apply(name(known)));
    }

    /** Whether there may be names to be {@link #opened} in it. */
    public static boolean areNamed(String text) {
        return text.contains(Actor.CONCEALED);
    }

    /** A name as it stands within a JSON string. */
    public static String inJson(String name) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(name));
    }

    public List<Person> all(String plan) {
        return rows.all(plan).stream()
                .map(known -> new Person(known.person(), name(known)))
                .toList();
    }

    /** From now on nobody can read the name any more. Doing it again changes nothing. */
    public void destroy(String plan, String person) {
        rows.destroy(plan, person);
        opened.invalidateAll();
    }

    private String name(SealedName sealed) {
        return opened.get(sealed, unknown -> rows.keyOf(sealed.person())
                .map(key -> open(sealed, key))
                .orElse(ERASED));
    }

    /** Somebody may write what looks like a name and is none: it stays what it is. */
    private static String open(SealedName sealed, byte[] key) {
        try {
            return sealed.open(key);
        } catch (IllegalArgumentException none) {
            return sealed.toString();
        }
    }
}
