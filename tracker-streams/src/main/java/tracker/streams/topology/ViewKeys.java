package tracker.streams.topology;

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

    /** Key in {@link ViewTopology#HISTORY}. */
    public static String version(SubjectId subject, long version) {
        return subject.key() + "@%016x".formatted(version);
    }

    /** Key in {@link ViewTopology#LOG}. */
    public static String position(String plan, long position) {
        return plan + "@%016x".formatted(position);
    }
}
