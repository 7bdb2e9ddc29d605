package tracker.api;

import java.util.ArrayList;
import java.util.List;

/** What starts another process of the Java that this one runs on. */
public final class JavaCommand {
    /** The JVM's options for a process that ends before a second compiler and a concurrent collector have paid. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JavaCommand() {}

    /** With this process's own class path. {@code options} are the JVM's. */
    public static List<String> of(List<String> options, String main, List<String> arguments) {
        return of(options, System.getProperty("java.class.path"), main, arguments);
    }

    public static List<String> of(List<String> options, String classPath, String main, List<String> arguments) {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return command;
    }
}
