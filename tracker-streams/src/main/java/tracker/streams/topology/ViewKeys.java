package tracker.streams.topology;

import java.time.Instant;
import java.util.HexFormat;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;

/** The keys of the views' stores: made so that what is read together lies together, in order. */
public final class ViewKeys {
    private ViewKeys() {}

    /** Key in {@link ViewTopology#STATES} of a plan's {@link PlanSums}. */
    public static String sums(String plan) {
        return plan + "/sums";
    }

    /** The keys of all subjects of one kind begin so. */
    public static String kind(String plan, Kind kind) {
        return plan + "/" + kind.label() + "/";
    }

    /** Key in {@link ViewTopology#VIEWS} of the warning that was raised at {@code position}; no kind of subject is called that. */
    public static String warning(String plan, long position) {
        return plan + "/warning/" + hex(position);
    }

    /** Key in {@link ViewTopology#HISTORY}. */
    public static String version(SubjectId subject, long version) {
        return subject.key() + "@" + hex(version);
    }

    /** Key in {@link ViewTopology#TIMELINE}: of what has one time, the later version comes later. */
    public static String moment(SubjectId subject, Instant at, long version) {
        return subject.key() + "@" + hex(at.toEpochMilli()) + "@" + hex(version);
    }

    /** The version in a key that {@link #moment} made. */
    public static long versionIn(String moment) {
        return Long.parseLong(moment.substring(moment.lastIndexOf('@') + 1), 16);
    }

    /** Key in {@link ViewTopology#LOG}. */
    public static String position(String plan, long position) {
        return plan + "@" + hex(position);
    }

    /** Key in {@link ViewTopology#CHECKPOINTS}: by size, then by where on the topic it is. */
    public static String checkpoint(long size, long offset) {
        return hex(size) + "@" + hex(offset);
    }

    /** Sixteen digits, so that numbers lie in their order. */
    static String hex(long number) {
        return HexFormat.of().toHexDigits(number);
    }
}
