package tracker.api.bench.ground;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a worker hears what it is asked, line by line, until nobody asks any more. */
public final class Lines {
    private Lines() {}

    /** What is done for a line's words; answers with what it gives. */
    public interface Asked {
        Object answer(List<String> words) throws Exception;
    }

    /** Something that prints what it found. */
    public interface Program {
        void run() throws Exception;
    }

    /** Says that it is there, then answers. */
    public static void serve(Asked asked) throws Exception {
        Jvm.answer("there");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Jvm.answer(asked.answer(List.of(line.split(" "))));
        }
    }

    /** What the program prints meanwhile. */
    public static String said(Program program) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } catch (Exception failed) {
            throw new IOException(said.toString(StandardCharsets.UTF_8), failed);
        } finally {
            System.setOut(console);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
