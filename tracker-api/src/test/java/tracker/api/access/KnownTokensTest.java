package tracker.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

/** Whoever was given a token is let in within a second, and whoever has lost it is not. */
class KnownTokensTest {
    private static final Actor LI = new Actor(Role.AUDITOR, null, "Li");

    private final SetClock clock = new SetClock();

    @TempDir
    private Path data;

    private TokenFile file;
    private KnownTokens known;

    /** Shows what it is set to. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() {
        file = new TokenFile(data);
        file.createIfAbsent(List.of("economy"), clock.instant());
        known = new KnownTokens(file, clock);
    }

    @Test
    void additionsAndRevocationsCountAtTheNextLook() {
        TokenFile.Created created = file.create(LI, clock.instant(), null);
        assertThat(known.holder(created.token())).isEmpty();
        second();
        assertThat(known.holder(created.token())).contains(LI);
        assertThat(file.revoke(created.entry().id())).contains(created.entry());
        assertThat(known.holder(created.token())).contains(LI);
        second();
        assertThat(known.holder(created.token())).isEmpty();
        assertThat(file.revoke(created.entry().id())).isEmpty();
    }

    @Test
    void aTokenEndsAtItsExpiryToTheInstant() {
        TokenFile.Created created =
                file.create(LI, clock.instant(), clock.instant().plusSeconds(10));
        second();
        assertThat(known.holder(created.token())).contains(LI);
        clock.pass(Duration.ofSeconds(9).minusNanos(1));
        assertThat(known.holder(created.token())).contains(LI);
        clock.pass(Duration.ofNanos(1));
        assertThat(known.holder(created.token())).isEmpty();
    }

    @Test
    void whileTheFileCannotBeReadNobodyIsKnown() throws Exception {
        Path hashes = data.resolve("token-hashes.json");
        byte[] good = Files.readAllBytes(hashes);
        String token = auditor();
        assertThat(known.holder(token)).isPresent();
        Files.writeString(hashes, "[{");
        second();
        assertThat(known.holder(token)).isEmpty();
        Files.write(hashes, good);
        second();
        assertThat(known.holder(token)).isPresent();
        Files.delete(hashes);
        second();
        assertThat(known.holder(token)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackPutsNoRevocationOff() throws Exception {
        String token = auditor();
        clock.pass(Duration.ofDays(-1));
        file.read().forEach(entry -> file.revoke(entry.id()));
        assertThat(known.holder(token)).isEmpty();
    }

    @Test
    void whatAnOlderReleaseWroteIsReadAndHasAnId() throws Exception {
        String old = "{\"sha256\":\"%s\",\"role\":\"department\",\"department\":\"economy\",\"user\":\"x\"}"
                .formatted(TokenFile.hash("secret"));
        Files.writeString(data.resolve("token-hashes.json"), "[" + old + "]");
        second();
        assertThat(known.holder("secret")).contains(new Actor(Role.DEPARTMENT, "economy", "x"));
        TokenFile.Entry entry = file.read().get(0);
        assertThat(entry.id()).isEqualTo(TokenFile.hash("secret").substring(0, 12));
        assertThat(file.revoke(entry.id())).isPresent();
        assertThat(file.read()).isEmpty();
    }

    @Test
    void theFileHoldsNoTokenAndIsItsOwnersOnly() throws Exception {
        TokenFile.Created created = file.create(LI, clock.instant(), null);
        try (var files = Files.list(data)) {
            for (Path written : files.toList()) {
                assertThat(Files.readString(written)).doesNotContain(created.token());
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void noTokenPassesForSomebodyWhomTheIdentityProviderVouchesFor() {
        assertThat(TokenRules.against(LI)).isEmpty();
        assertThat(TokenRules.against(new Actor(Role.DEPARTMENT, "economy", "department:economy")))
                .isEmpty();
        for (Actor refused : List.of(
                new Actor(Role.AUDITOR, null, "person:li"),
                new Actor(Role.AUDITOR, null, "PERSON:li"),
                new Actor(Role.AUDITOR, null, " person:li"),
                new Actor(Role.AUDITOR, null, ""),
                new Actor(Role.AUDITOR, null, "a\nb"),
                new Actor(Role.AUDITOR, null, "a".repeat(65)),
                new Actor(Role.AUDITOR, "economy", "a"),
                new Actor(Role.DEPARTMENT, null, "a"),
                new Actor(Role.DEPARTMENT, "a/b", "a"),
                new Actor(Role.SYSTEM, null, "a"),
                new Actor(Role.PUBLIC, null, "a"))) {
            assertThat(TokenRules.against(refused)).as("%s", refused).isPresent();
        }
    }

    private void second() {
        clock.pass(Duration.ofSeconds(1));
    }

    private String auditor() throws Exception {
        JsonNode tokens =
                new ObjectMapper().readTree(data.resolve("tokens.json").toFile());
        return tokens.path("auditor").asText();
    }
}
