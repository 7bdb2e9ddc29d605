package tracker.streams.domain.command;

import java.util.ArrayList;
import java.util.List;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.event.Hash;

/** What evidence must keep to: where a report cites it, and where its file is handed in. */
public final class EvidenceRules {
    private static final int MAX_NAME = 200;
    private static final int MAX_URI = 2000;
    private static final int MAX_EVIDENCE = 20;

    private EvidenceRules() {}

    /** Of the name under which a file is handed in: one that a report can cite it by. */
    public static List<FieldError> fileNameErrors(String name) {
        List<FieldError> errors = new ArrayList<>();
        Texts.requireLine(errors, "/name", name, MAX_NAME);
        return errors;
    }

    static void check(List<FieldError> errors, List<Evidence> evidence) {
        if (evidence.size() > MAX_EVIDENCE) {
            errors.add(FieldError.of(
                    "/evidence", "too-many", "证明材料过多。", "At most " + MAX_EVIDENCE + " pieces of evidence."));
        }
        for (int i = 0; i < evidence.size(); i++) {
            check(errors, "/evidence/" + i, evidence.get(i));
        }
    }

    private static void check(List<FieldError> errors, String pointer, Evidence evidence) {
        Texts.check(errors, pointer + "/name", evidence.name(), MAX_NAME);
        Texts.check(errors, pointer + "/uri", evidence.uri(), MAX_URI);
        if (evidence.sha256() == null || !Hash.isHex(evidence.sha256())) {
            errors.add(FieldError.of(
                    pointer + "/sha256",
                    "hash-required",
                    "证明材料须附 SHA-256（64 位小写十六进制）。",
                    "Evidence needs its SHA-256: 64 lower-case hexadecimal digits."));
        }
    }
}
