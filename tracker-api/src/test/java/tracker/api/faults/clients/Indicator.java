package tracker.api.faults.clients;

import tracker.api.faults.cluster.Cluster;
import tracker.streams.domain.Kind;
import tracker.streams.domain.SubjectId;

/** One that is reported on. */
public record Indicator(String id, String unit) {
    /** Its name in a history. */
    String subject() {
        return new SubjectId(Cluster.PLAN, Kind.INDICATOR, id).key();
    }

    /** Behind the plan's. */
    String path() {
        return "/indicators/" + id;
    }
}
