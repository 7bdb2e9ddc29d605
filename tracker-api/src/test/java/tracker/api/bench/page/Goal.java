package tracker.api.bench.page;

import java.util.List;

/** What is wanted of the ratio of ours to a peer's. */
public record Goal(boolean atLeast, double ratio) {
    public static Goal atLeast(double ratio) {
        return new Goal(true, ratio);
    }

    public static Goal atMost(double ratio) {
        return new Goal(false, ratio);
    }

    /** The heads of rows that {@link #row} makes. */
    public static List<String> heads(String unit) {
        return List.of(unit, "tracker · 本系统", "peer · 对照", "ratio · 比值", "goal · 目标", "");
    }

    /** A row of {@code what}: both, their ratio, and whether that is as it was wanted. */
    public List<String> row(String what, Series ours, Series peer) {
        Series ratios = ours.over(peer);
        return List.of(
                what,
                ours.toString(),
                peer.toString(),
                ratios.toString(),
                (atLeast ? "≥ " : "≤ ") + Series.shown(ratio),
                said(isMet(ratios.median())));
    }

    private boolean isMet(double median) {
        return atLeast ? median >= ratio : median <= ratio;
    }

    public static String said(boolean met) {
        return met ? "met · 达到" : "missed · 未达到";
    }
}
