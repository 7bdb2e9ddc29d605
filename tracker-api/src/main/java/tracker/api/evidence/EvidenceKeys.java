package tracker.api.evidence;

import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

/** Where a file's bytes are, and where it stands who handed them in. */
final class EvidenceKeys {
    private EvidenceKeys() {}

    static String content(String plan, String sha256) {
        return plan + "/" + sha256 + "/content";
    }

    static String holders(String plan, String sha256) {
        return plan + "/" + sha256 + "/holders";
    }

    /** A department holds as a whole, as does the planning office. */
    static String holder(String plan, String sha256, Actor holder) {
        String name = holder.role() == Role.DEPARTMENT
                ? Role.DEPARTMENT.label() + "." + holder.department()
                : holder.role().label();
        return holders(plan, sha256) + "/" + name;
    }
}
