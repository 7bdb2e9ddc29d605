package tracker.api.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracker.api.bench.beyond.BeyondPage;
import tracker.api.bench.ground.Machine;
import tracker.api.bench.page.Page;
import tracker.api.bench.page.Section;
import tracker.api.bench.suite.AgainstPostgres;
import tracker.api.bench.suite.Growth;
import tracker.api.bench.suite.Latency;
import tracker.api.bench.suite.Loops;
import tracker.api.bench.suite.Reads;
import tracker.api.bench.suite.Replay;
import tracker.api.bench.suite.Suite;
import tracker.api.bench.suite.Takeover;
import tracker.api.bench.suite.Where;
import tracker.api.bench.suite.WhereAmongMany;
import tracker.api.bench.suite.WritePath;

/** {@code mvn -Pbench}: measures, and writes what it measured. Arguments: the page, and the one that is computed from it. {@code bench.suites} names what is wanted, separated by commas; all where it is empty. */
public final class Performance {
    private static final Path CONSOLES = Path.of("target", "bench");

    private Performance() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Suite> all = new LinkedHashMap<>();
        all.put("loops", new Loops());
        all.put("write", new WritePath());
        all.put("postgres", new AgainstPostgres());
        all.put("read", new Reads());
        all.put("replay", new Replay());
        all.put("latency", new Latency());
        all.put("growth", new Growth());
        all.put("takeover", new Takeover());
        all.put("where", new Where());
        all.put("among", new WhereAmongMany());
        List<String> wanted = List.of(System.getProperty("bench.suites", "").split(","));
        Page page = new Page(Path.of(arguments[0]));
        for (Map.Entry<String, Suite> suite : all.entrySet()) {
            if (wanted.contains("") || wanted.contains(suite.getKey())) {
                System.out.println(suite.getKey());
                Section section = suite.getValue().run(CONSOLES.resolve(suite.getKey()));
                page.put(section, Machine.described());
                System.out.println(section);
            }
        }
        BeyondPage.write(Path.of(arguments[1]), page.figures());
    }
}
