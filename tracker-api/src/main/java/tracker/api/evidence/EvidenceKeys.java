package tracker.api.evidence;

import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;

/** Where a file's bytes are, and where it stands who handed them in. */
final class EvidenceKeys {
    private EvidenceKeys() {}

    static String content(String plan, String sha256) {
        return folder(plan, sha256) + "/content";
    }

    static String holders(String plan, String sha256) {
        return folder(plan, sha256) + "/holders";
    }

    /** A department holds as a whole, as does the planning office. */
    static String holder(String plan, String sha256, Actor holder) {
        String name = holder.role() == Role.DEPARTMENT
                ? Role.DEPARTMENT.label() + "." + holder.department()
                : holder.role().label();
        return holders(plan, sha256) + "/" + name;
    }

    /** What else is kept beside the log has folders of its own. */
    private static String folder(String plan, String sha256) {
        return "evidence/" + plan + "/" + sha256;
    }
}
