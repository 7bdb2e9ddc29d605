package tracker.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tracker.api.OwnerFile;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;
import tracker.streams.domain.event.Hash;

/**
 * The static tokens of an installation. What the tracker reads are their hashes, in {@code token-hashes.json}; the tokens of the first start
 * stand in {@code tokens.json} for the operator to hand out, later ones nowhere. Both are readable by their owner alone.
 */
public final class TokenFile {
    private static final int TOKEN_BYTES = 32;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path tokens;
    private final Path hashes;

    /**
     * A line of the hash file. department is null but for a department's token, created where an older release made it, expires where it
     * does not.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String id, String sha256, String role, String department, String user, Instant created, Instant expires) {
        private static final int ID_DIGITS = 12;

        /** A line without an id gets the one that it would have been given. */
        public Entry {
            id = id == null ? sha256.substring(0, ID_DIGITS) : id;
        }

        static Entry of(String token, Actor actor, Instant created, Instant expires) {
            return new Entry(
                    null, hash(token), actor.role().label(), actor.department(), actor.user(), created, expires);
        }

        public boolean isValidAt(Instant moment) {
            return expires == null || moment.isBefore(expires);
        }
    }

    /** A token that was made just now: it is written down nowhere. */
    public record Created(String token, Entry entry) {}

    /** The file as it lies there: two that are equal have one content. */
    record Stamp(FileTime modified, long size, Object identity) {}

    public TokenFile(Path dataDirectory) {
        this.tokens = dataDirectory.resolve("tokens.json");
        this.hashes = dataDirectory.resolve("token-hashes.json");
    }

    public boolean exists() {
        return Files.exists(hashes);
    }

    /** On the first start makes one token a role, and one for each of {@code departments}; later it does nothing. */
    public void createIfAbsent(List<String> departments, Instant now) {
        OwnerFile.createIfAbsent(hashes, () -> create(departments, now));
    }

    private void create(List<String> departments, Instant now) {
        Map<String, String> byName = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Role role : List.of(Role.PLANNING_OFFICE, Role.AUDITOR, Role.DASHBOARD, Role.OPERATOR)) {
            add(byName, entries, new Actor(role, null, role.label()), now);
        }
        for (String department : departments) {
            add(
                    byName,
                    entries,
                    new Actor(Role.DEPARTMENT, department, Role.DEPARTMENT.label() + ":" + department),
                    now);
        }
        // The hashes last: without them the next start makes both files anew.
        OwnerFile.write(tokens, bytes(byName));
        OwnerFile.write(hashes, bytes(entries));
    }

    /** {@code expires} is null for a token that does not. {@link TokenRules} says who can have one. */
    public Created create(Actor actor, Instant now, Instant expires) {
        String token = newToken();
        Entry entry = Entry.of(token, actor, now, expires);
        change(entries -> {
            List<Entry> more = new ArrayList<>(entries);
            more.add(entry);
            return more;
        });
        return new Created(token, entry);
    }

    /** The entry that is no more; empty where there was none of that id. */
    public Optional<Entry> revoke(String id) {
        Optional<Entry> known =
                read().stream().filter(entry -> entry.id().equals(id)).findFirst();
        if (known.isPresent()) {
            change(entries ->
                    entries.stream().filter(entry -> !entry.id().equals(id)).toList());
        }
        return known;
    }

    public List<Entry> read() {
        try {
            return parse(Files.readAllBytes(hashes));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + hashes, cause);
        }
    }

    /** Empty where there is no file. */
    Optional<Stamp> stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(hashes, BasicFileAttributes.class);
            return Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + hashes, cause);
        }
    }

    /** The tokens are 256 random bits, so a plain digest gives nothing away. */
    static String hash(String token) {
        return Hash.sha256(token).hex();
    }

    private void change(UnaryOperator<List<Entry>> change) {
        OwnerFile.update(hashes, content -> bytes(change.apply(parse(content))));
    }

    private static void add(Map<String, String> byName, List<Entry> entries, Actor actor, Instant now) {
        String token = newToken();
        byName.put(actor.user(), token);
        entries.add(Entry.of(token, actor, now, null));
    }

    private static String newToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private List<Entry> parse(byte[] content) {
        try {
            return MAPPER.readValue(content, new TypeReference<List<Entry>>() {});
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + hashes, cause);
        }
    }

    private static byte[] bytes(Object content) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
