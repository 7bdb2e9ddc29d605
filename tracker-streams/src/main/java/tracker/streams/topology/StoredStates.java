package tracker.streams.topology;

import tracker.streams.codec.InternalJson;
import tracker.streams.domain.state.Subject;

/** How the rows of {@link ViewTopology#STATES} and {@link CommandTopology#SUBJECTS} are written, and read by those who query. Null stays null. */
public final class StoredStates {
    static final InternalJson<SubjectRow> ROWS = new InternalJson<>(SubjectRow.class);
    static final InternalJson<PlanHead> HEADS = new InternalJson<>(PlanHead.class);
    static final InternalJson<PlanSums> SUMS = new InternalJson<>(PlanSums.class);

    private StoredStates() {}

    public static Subject subject(byte[] row) {
        return row == null ? null : ROWS.decode(row).subject();
    }

    public static PlanSums sums(byte[] row) {
        return SUMS.decode(row);
    }
}
