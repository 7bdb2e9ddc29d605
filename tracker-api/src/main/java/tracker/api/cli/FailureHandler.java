package tracker.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tracker.api.cli.outcome.Exit;
import tracker.api.cli.outcome.Failure;
import tracker.streams.domain.Text;

/** Says why a command could not do what it should, and gives the exit code for it. */
final class FailureHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) throws Exception {
        Output output = Output.of(command.getCommandSpec());
        if (output == null) {
            throw thrown;
        }
        if (thrown instanceof Failure failure) {
            return tell(output, failure);
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            // Of files only: what goes wrong with the tracker's answers is a failure by then.
            return tell(output, Failure.unusable("文件不可用：" + thrown, "A file cannot be used: " + thrown));
        }
        if (thrown instanceof IllegalArgumentException) {
            return tell(
                    output,
                    Failure.unusable("内容不可用：" + thrown.getMessage(), "That cannot be used: " + thrown.getMessage()));
        }
        throw thrown;
    }

    private static int tell(Output output, Failure failure) {
        output.note(failure.message());
        if (output.json()) {
            output.document(Map.of(
                    "problem",
                    failure.problem() != null
                            ? failure.problem()
                            : own(failure.exit(), failure.message(), output.language())));
        }
        return failure.exit().code();
    }

    private static Map<String, Object> own(Exit exit, Text message, Language language) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("exit", exit.code());
        problem.put("title", language.of(exit.meaning()));
        problem.put("detail", language.of(message));
        return problem;
    }
}
