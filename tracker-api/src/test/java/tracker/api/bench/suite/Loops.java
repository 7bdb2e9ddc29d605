package tracker.api.bench.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import tracker.api.bench.loops.InnerLoops;
import tracker.api.bench.page.Section;
import tracker.api.bench.page.Series;

/** The inner loops, by JMH, as multiples of what the hash of the event costs. */
public final class Loops implements Suite {
    private static final String YARDSTICK = "hashOfTheEvent";

    @Override
    public Section run(Path consoles) throws Exception {
        List<RunResult> results = List.copyOf(new Runner(
                        new OptionsBuilder().include(InnerLoops.class.getName()).build())
                .run());
        double yardstick = results.stream()
                .filter(result -> name(result).equals(YARDSTICK))
                .mapToDouble(result -> series(result).median())
                .findFirst()
                .orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        results.forEach(result -> rows.add(List.of(
                name(result),
                series(result).toString(),
                Series.shown(series(result).median() / yardstick))));
        return new Section("0. Inner loops · 内层循环")
                .table(List.of("step of an update · 步骤", "µs", "times the hash · 散列的倍数"), rows)
                .text("""
                        One thread, of one update: an indicator's thirteenth report. The yardstick is SHA-256 of the event as it lies in the log.""");
    }

    private static String name(RunResult result) {
        String label = result.getParams().getBenchmark();
        return label.substring(label.lastIndexOf('.') + 1);
    }

    private static Series series(RunResult result) {
        return new Series(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList());
    }
}
