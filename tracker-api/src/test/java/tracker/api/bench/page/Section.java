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
        lines.add("| " + String.join(" | ", heads) + " |");
        lines.add("| --- ".repeat(heads.size()) + "|");
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        lines.add("");
        return this;
    }

    /** A row that holds a ratio of ours to a peer's against what was wanted of it: at least {@code goal}, or at most. */
    public static List<String> goal(String what, Series ours, Series peer, String goal, boolean met) {
        return List.of(
                what,
                ours.toString(),
                peer.toString(),
                ours.over(peer).toString(),
                goal,
                met ? "met · 达到" : "missed · 未达到");
    }

    /** The heads of rows that {@link #goal} makes. */
    public static List<String> goalHeads(String unit) {
        return List.of(unit, "tracker · 本系统", "peer · 对照", "ratio · 比值", "goal · 目标", "");
    }

    public String title() {
        return title;
    }

    @Override
    public String toString() {
        return Page.HEADING + title + "\n\n" + String.join("\n", lines);
    }
}
