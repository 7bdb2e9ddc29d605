package tracker.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tracker.api.cli.check.TrustFile;
import tracker.api.cli.client.Query;
import tracker.api.cli.outcome.Exit;
import tracker.streams.audit.Trust;

/** Keeps what archives, checkpoints and proofs are verified by. */
@Command(
        name = "trust",
        description = {
            "保存核验所依据的公钥；请与档案分开存放。",
            "Keeps the public keys to verify by; to be stored apart from the archives."
        })
final class TrustCommand implements Callable<Integer> {
    @Mixin(name = Output.NAME)
    private Output output;

    @Mixin
    private Connection connection;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = {"写入的文件；已有的文件只会被增补", "the file to write; one that is there can only gain keys"})
    private Path file;

    @Override
    public Integer call() throws IOException {
        JsonNode answer = connection.remote().get(Query.of("audit", "trust"));
        Trust trust = new TrustFile().write(file, answer);
        if (output.json()) {
            output.document(answer);
        } else {
            output.line(trust.origin());
            trust.keys().forEach(key -> output.line("  " + key.text()));
        }
        return Exit.DONE.code();
    }
}
