package tracker.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command has in common: its help, its languages, its exit codes, and where it says what. */
class TrackerCommandTest {
    private final FakeTracker tracker = new FakeTracker();
    private final Shell shell = new Shell();

    @TempDir
    private Path home;

    @BeforeEach
    void connect() {
        shell.with("TRACKER_URL", tracker.url());
    }

    @AfterEach
    void stop() {
        tracker.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plans",
                "replay",
                "export",
                "trust",
                "verify",
                "checkpoints",
                "proof",
                "compare",
                "rebuild",
                "tokens create",
                "tokens list",
                "tokens revoke",
                "keys list",
                "keys rotate",
                "keys retire"
            })
    void helpIsInBothLanguagesAndNamesTheExitCodes(String command) {
        Shell.Run help = shell.run((command + " --help").split(" "));
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("--json", "退出码 · Exit codes:", "0   已完成，或核验通过 · done, or verified", "3   无法连接")
                .contains("显示本帮助", "shows this help");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void aCallThatCannotBeReadIsTwo() {
        assertThat(shell.run().code()).isEqualTo(2);
        assertThat(shell.run("nothing").code()).isEqualTo(2);
        assertThat(shell.run("replay").code()).isEqualTo(2);
        assertThat(shell.run("export", "--all", "--plan", "p", "--out", "x").code())
                .isEqualTo(2);
        assertThat(shell.run("export", "--plan", "p", "--format", "pdf", "--out", "x")
                        .code())
                .isEqualTo(2);
        assertThat(shell.run("plans", "--url", "ftp://somewhere").code()).isEqualTo(2);
        assertThat(shell.run("plans", "--token-file", home.resolve("none").toString())
                        .code())
                .isEqualTo(2);
        assertThat(tracker.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400,2", "401,1", "403,1", "404,1", "409,1", "422,1", "429,1", "500,1", "502,3", "503,3", "504,3"})
    void theTrackersRefusalHasItsCode(int status, int code) {
        tracker.answers(
                "plans", status, "application/problem+json", bytes("{\"title\":\"No\",\"detail\":\"because\"}"));
        Shell.Run run = shell.run("plans");
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(status + " No: because\n");
    }

    @Test
    void withJsonTheProblemIsTheOneDocument() throws Exception {
        tracker.answers("plans", 403, "application/problem+json", bytes("{\"title\":\"No\",\"status\":403}"));
        Shell.Run run = shell.run("plans", "--json");
        assertThat(run.out()).isEqualTo("{\"problem\":{\"title\":\"No\",\"status\":403}}\n");
        Shell.Run ours = shell.run("verify", "none", "--trust", "none", "--json", "--lang", "zh");
        assertThat(ours.code()).isEqualTo(2);
        assertThat(ours.out())
                .startsWith("{\"problem\":{\"exit\":2,\"title\":\"命令或其文件不可用\"")
                .endsWith("}\n");
        assertThat(ours.err()).startsWith("文件不可用：");
    }

    @Test
    void nobodyThereIsThreeAndSoIsSomebodyElse() {
        tracker.answers("plans", 200, "text/html", bytes("<html>"));
        assertThat(shell.run("plans").code()).isEqualTo(3);
        tracker.close();
        Shell.Run nobody = shell.run("plans", "--lang", "zh");
        assertThat(nobody.code()).isEqualTo(3);
        assertThat(nobody.err()).startsWith("无法连接 " + tracker.url());
    }

    @Test
    void anAnswerThatIsCutIsOne() {
        tracker.breaksOff("plans", bytes("{\"items\":[]}"));
        assertThat(shell.run("plans").code()).isEqualTo(1);
    }

    @Test
    void theTokenComesFromAFileOrTheEnvironmentAndTheLanguageFromThereToo() throws Exception {
        tracker.answers(
                "plans", "{\"items\":[{\"id\":\"p\",\"name\":{\"zh\":\"规划\",\"en\":\"Plan\"},\"simulated\":true}]}");
        assertThat(shell.run("plans").out()).isEqualTo("p  Plan  (made-up figures)\n");
        shell.with("TRACKER_TOKEN", "of-the-environment").with("LANG", "zh_CN.UTF-8");
        assertThat(shell.run("plans").out()).isEqualTo("p  规划  （虚构数据）\n");
        Path file = Files.writeString(home.resolve("token"), "of-the-file\n");
        assertThat(shell.run("plans", "--token-file", file.toString(), "--lang", "en")
                        .code())
                .isZero();
        assertThat(tracker.headers("Authorization"))
                .containsExactly(null, "Bearer of-the-environment", "Bearer of-the-file");
        assertThat(tracker.headers("Accept-Language")).isEqualTo(List.of("en", "zh", "en"));
        Files.writeString(file, "two\nlines");
        assertThat(shell.run("plans", "--token-file", file.toString()).code()).isEqualTo(2);
    }

    @Test
    void nothingInAnAnswerSteersTheTerminal() {
        tracker.answers("plans", "{\"items\":[{\"id\":\"p\\u001b[2J\",\"name\":{\"zh\":\"\",\"en\":\"a\\nb\"}}]}");
        assertThat(shell.run("plans").out()).isEqualTo("p [2J  a b\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
