package tracker.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tracker.api.access.TokenFile;
import tracker.api.audit.AuditKeys;
import tracker.api.audit.KeyFile;

/** What an operator does in a data directory: tokens and keys. */
class InstallationCommandsTest {
    private final Shell shell = new Shell();

    @TempDir
    private Path data;

    private TokenFile tokens;

    @BeforeEach
    void install() {
        tokens = new TokenFile(data);
        tokens.createIfAbsent(List.of(), Instant.EPOCH);
        AuditKeys.of(data, "log");
    }

    @Test
    void theNewTokenIsAllThatIsOnStdout() {
        Shell.Run run = tokens("create", "--role", "department", "--department", "economy", "--user", "王 Wang");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).matches("[A-Za-z0-9_-]{43}\n");
        assertThat(run.err()).doesNotContain(run.out().strip()).contains(last().id());
        assertThat(last().user()).isEqualTo("王 Wang");
        assertThat(last().department()).isEqualTo("economy");
        Shell.Run listed = tokens("list");
        assertThat(listed.out()).contains(last().id()).doesNotContain(run.out().strip());
    }

    @Test
    void aDateIsTheLastDayThatCounts() {
        assertThat(tokens("create", "--role", "auditor", "--user", "Li", "--expires", "2999-01-31")
                        .code())
                .isZero();
        assertThat(last().expires())
                .isEqualTo(LocalDate.parse("2999-02-01")
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant());
        assertThat(tokens("create", "--role", "auditor", "--user", "Li", "--expires", "2999-01-31T00:00:00+08:00")
                        .code())
                .isZero();
        assertThat(last().expires()).isEqualTo("2999-01-30T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--role auditor --user person:li",
                "--role system --user li",
                "--role king --user li",
                "--role department --user li",
                "--role auditor --user li --expires 2001-01-01",
                "--role auditor --user li --expires tomorrow",
                "--role auditor"
            })
    void whatCannotBeGivenIsRefusedAndNothingChanged(String arguments) {
        List<TokenFile.Entry> before = tokens.read();
        Shell.Run run = tokens(Stream.concat(Stream.of("create"), Stream.of(arguments.split(" ")))
                .toArray(String[]::new));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(tokens.read()).isEqualTo(before);
    }

    @Test
    void aRevokedTokenIsGoneAndAnUnknownOneIsOne() {
        String id = last().id();
        assertThat(tokens("revoke", id).code()).isZero();
        assertThat(tokens.read()).noneMatch(entry -> entry.id().equals(id));
        assertThat(tokens("revoke", id).code()).isEqualTo(1);
    }

    @Test
    void noInstallationIsBegunByASlip() throws Exception {
        Path empty = Files.createDirectory(data.resolve("empty"));
        for (String[] command : List.of(
                new String[] {"tokens", "create", "--role", "auditor", "--user", "li"},
                new String[] {"tokens", "list"},
                new String[] {"keys", "rotate"})) {
            for (Path directory : List.of(empty, data.resolve("none"))) {
                String[] call = Stream.concat(Stream.of(command), Stream.of("--data", directory.toString()))
                        .toArray(String[]::new);
                assertThat(shell.run(call).code()).isEqualTo(2);
            }
        }
        try (Stream<Path> files = Files.list(empty)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void keysAreShownByTheirPublicFormsOnlyAndTheLastIsKept() {
        String id = new KeyFile(data).keys().get(0).id();
        assertThat(keys("retire", id).code()).isEqualTo(1);
        Shell.Run rotated = keys("rotate");
        assertThat(rotated.code()).isZero();
        assertThat(rotated.err()).contains("Restart the tracker");
        assertThat(keys("retire", "00000000").code()).isEqualTo(1);
        assertThat(keys("retire", id).code()).isZero();
        Shell.Run listed = keys("list");
        assertThat(listed.out()).contains(id, "signs", "retired").doesNotContain("PRIVATE");
        assertThat(keys("list", "--json").out()).doesNotContain("PRIVATE");
    }

    private TokenFile.Entry last() {
        List<TokenFile.Entry> entries = tokens.read();
        return entries.get(entries.size() - 1);
    }

    private Shell.Run tokens(String... arguments) {
        return run("tokens", arguments);
    }

    private Shell.Run keys(String... arguments) {
        return run("keys", arguments);
    }

    private Shell.Run run(String group, String... arguments) {
        return shell.run(Stream.of(
                        Stream.of(group, arguments[0], "--data", data.toString()),
                        Stream.of(arguments).skip(1))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }
}
