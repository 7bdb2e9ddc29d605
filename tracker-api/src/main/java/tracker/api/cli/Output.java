package tracker.api.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tracker.api.cli.outcome.Failure;
import tracker.streams.codec.ViewJson;
import tracker.streams.domain.Text;

/** How a command answers: results on stdout, in words or as one JSON document; all else on stderr. */
@Command
final class Output {
    static final String NAME = "output";

    @Option(
            names = "--json",
            description = {"以 JSON 输出结果", "answers in JSON"})
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            description = {"消息的语言，默认取自 LANG", "the language of messages; that of LANG unless given"})
    private Language language;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private final ViewJson writer = new ViewJson();
    private boolean answered;

    /** The output of the command that this is the specification of; null where it has none. */
    static Output of(CommandSpec spec) {
        CommandSpec mixin = spec.mixins().get(NAME);
        return mixin == null ? null : (Output) mixin.userObject();
    }

    boolean json() {
        return json;
    }

    Language language() {
        return language == null ? Language.of(Surroundings.of(spec).environment()) : language;
    }

    /** From now on stdout has lines of JSON, among which no problem belongs. */
    void beginLines() {
        answered = true;
    }

    /** The one JSON document; a second one is not written. */
    void document(Object document) {
        if (!answered) {
            answered = true;
            line(new String(writer.encode(document), StandardCharsets.UTF_8));
        }
    }

    /** A line of the result as it is, but for what would steer a terminal. */
    void line(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(clean(text) + "\n");
    }

    /** That nobody reads any more is a {@link Failure}: nothing is gained by going on. */
    void flush() {
        if (spec.commandLine().getOut().checkError()) {
            throw Failure.refuted("输出已被关闭。", "The output was closed.");
        }
    }

    /** A line of the result in words; the texts are formats. */
    void say(String zh, String en, Object... values) {
        line(words(new Text(zh, en)).formatted(values));
    }

    /** A line beside the result: progress, hints, faults; the texts are formats. */
    void note(String zh, String en, Object... values) {
        note(words(new Text(zh, en)).formatted(values));
    }

    void note(Text text) {
        note(words(text));
    }

    private void note(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(clean(text) + "\n");
        err.flush();
    }

    String words(Text text) {
        return language().of(text);
    }

    private static String clean(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? text.codePoints()
                        .map(character -> Character.isISOControl(character) ? ' ' : character)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }
}
