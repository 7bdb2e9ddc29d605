package tracker.api.access;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracker.api.OwnerFile;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

/**
 * The static tokens of an installation. The tokens themselves stand in {@code tokens.json} only, for the operator to hand out; what the
 * tracker reads are their hashes, in {@code token-hashes.json}. Both are readable by their owner alone.
 */
public final class TokenFile {
    private static final int TOKEN_BYTES = 32;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path tokens;
    private final Path hashes;

    /** A line of the hash file. department is null but for a department's token. */
    public record Entry(String sha256, String role, String department, String user) {}

    public TokenFile(Path dataDirectory) {
        this.tokens = dataDirectory.resolve("tokens.json");
        this.hashes = dataDirectory.resolve("token-hashes.json");
    }

    /** On the first start makes one token a role, and one for each of {@code departments}; later it does nothing. */
    public void createIfAbsent(List<String> departments) {
        if (Files.exists(hashes)) {
            return;
        }
        Map<String, String> byName = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Role role : List.of(Role.PLANNING_OFFICE, Role.AUDITOR, Role.DASHBOARD, Role.OPERATOR)) {
            add(byName, entries, role.label(), new Actor(role, null, role.label()));
        }
        for (String department : departments) {
            String name = Role.DEPARTMENT.label() + ":" + department;
            add(byName, entries, name, new Actor(Role.DEPARTMENT, department, name));
        }
        // The hashes last: without them the next start makes both files anew.
        write(tokens, byName);
        write(hashes, entries);
    }

    public List<Entry> read() {
        try {
            return Files.exists(hashes)
                    ? MAPPER.readValue(Files.readAllBytes(hashes), new TypeReference<List<Entry>>() {})
                    : List.of();
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot read " + hashes, cause);
        }
    }

    private static void add(Map<String, String> byName, List<Entry> entries, String name, Actor actor) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        byName.put(name, token);
        entries.add(new Entry(StaticTokens.hash(token), actor.role().label(), actor.department(), actor.user()));
    }

    private static void write(Path file, Object content) {
        try {
            OwnerFile.write(file, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
