package tracker.api.bench.page;

import java.util.ArrayList;
import java.util.List;

/** A part of the page, in Markdown. Not thread-safe. */
public final class Section {
    private final String title;
    private final List<String> lines = new ArrayList<>();

    public Section(String title) {
        this.title = title;
    }

    public Section text(String text) {
        lines.add(text.strip());
        lines.add("");
        return this;
    }

    public Section table(List<String> heads, List<List<String>> rows) {
        lines.addAll(tableLines(heads, rows));
        return this;
    }

    public static List<String> tableLines(List<String> heads, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("| " + String.join(" | ", heads) + " |");
        lines.add("| --- ".repeat(heads.size()) + "|");
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        lines.add("");
        return lines;
    }

    /** One that others compute with, in full; nobody sees it who only looks at the page. */
    public Section figure(String name, double value) {
        lines.add(Page.FIGURE.formatted(name, value));
        return this;
    }

    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return Page.HEADING + title + "\n\n" + String.join("\n", lines);
    }
}
