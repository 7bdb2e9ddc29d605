package tracker.api.bench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that is written: what is measured anew takes the place of what was there, section by section. */
public final class Page {
    static final String HEADING = "## ";
    /** Of one word and a number. */
    static final String FIGURE = "<!-- %s = %s -->";

    private static final Pattern FIGURES = Pattern.compile("<!-- (\\w+) = (\\S+) -->");
    private static final String BEFORE_HEADING = "\n(?=" + HEADING + ")";

    private final Path file;
    private final SortedMap<String, String> sections = new TreeMap<>();

    public Page(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String part : Files.readString(file).split(BEFORE_HEADING)) {
                if (part.startsWith(HEADING)) {
                    sections.put(part.lines().findFirst().orElseThrow().substring(HEADING.length()), part.strip());
                }
            }
        }
    }

    /** What the sections hand on to be computed with, by name. */
    public Map<String, Double> figures() {
        return FIGURES.matcher(String.join("\n", sections.values()))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Double.valueOf(found.group(2))));
    }

    /** Written at once: what comes after may fail. */
    public void put(Section section, List<String> machine) throws IOException {
        String measured =
                "*%s (UTC): %s*".formatted(Instant.now().truncatedTo(ChronoUnit.MINUTES), String.join("; ", machine));
        sections.put(section.title(), section.text(measured).toString().strip());
        Files.writeString(file, """
                # Performance · 性能

                Written by `mvn -Pbench`, which measures each figure several times (of five rounds the median, with the least and the most) and \
                against a peer in the same run, in turns; a ratio is the median of the rounds' ratios. 本页由该命令生成：每项测量五轮取中位数，\
                与对照在同一次运行中轮流测量。Each section says when it was measured, and on what.

                """ + String.join("\n\n", sections.values()) + "\n");
    }
}
