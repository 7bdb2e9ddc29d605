package tracker.api.bulk;

import java.util.List;
import java.util.Map;

/** The columns of a sheet of reports, and where the faults that the domain finds in a report belong. */
final class ReportColumns {
    static final String TABLE = "reports";
    static final String SUBJECT = "subject";
    static final String NAME = "name";
    static final String PERIOD = "period";
    static final String UNIT = "unit";
    static final String VALUE = "value";
    static final String INVESTED = "invested";
    static final String PERCENT = "percentComplete";
    static final String STATUS = "status";
    static final String NOTE = "note";
    static final String REASON = "reason";
    static final String EVIDENCE_NAME = "evidenceName";
    static final String EVIDENCE_URI = "evidenceUri";
    static final String EVIDENCE_HASH = "evidenceSha256";

    static final List<String> ALL = List.of(
            SUBJECT,
            NAME,
            PERIOD,
            UNIT,
            VALUE,
            INVESTED,
            PERCENT,
            STATUS,
            NOTE,
            REASON,
            EVIDENCE_NAME,
            EVIDENCE_URI,
            EVIDENCE_HASH);

    /** What a person fills in: a row without any of these says nothing. */
    static final List<String> INPUT = List.of(VALUE, INVESTED, PERCENT, STATUS, NOTE, EVIDENCE_HASH);

    private static final Map<String, String> BY_POINTER = Map.of(
            "/evidence/0/name", EVIDENCE_NAME,
            "/evidence/0/uri", EVIDENCE_URI,
            "/evidence/0/sha256", EVIDENCE_HASH);

    private ReportColumns() {}

    /** {@code pointer} into the report; empty where the fault is of the report as a whole. */
    static String of(String pointer, String code) {
        if (pointer.isEmpty()) {
            return code.startsWith("period-") ? PERIOD : SUBJECT;
        }
        return BY_POINTER.getOrDefault(pointer, pointer.substring(1));
    }
}
