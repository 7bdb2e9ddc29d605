package tracker.api.demo;

import java.util.List;
import tracker.streams.domain.Evidence;
import tracker.streams.domain.event.Hash;

/** Documents that were never written: their names are real enough, and the digests are those of the names. */
final class DemoEvidence {
    private static final String FOLDER = "https://example.invalid/demo/";
    private static final List<String> KINDS = List.of("统计报表", "佐证材料", "现场照片", "会议纪要", "完工证明");

    private DemoEvidence() {}

    /** One document, now and then two, on {@code occasion} (a period, a milestone) of {@code subject}. */
    static List<Evidence> of(Draws draws, String subject, String occasion) {
        int first = draws.between(0, KINDS.size() - 1);
        Evidence one = document(subject, occasion, first);
        return draws.percent(15) ? List.of(one, document(subject, occasion, (first + 1) % KINDS.size())) : List.of(one);
    }

    private static Evidence document(String subject, String occasion, int kind) {
        String file = subject + "-" + occasion + "-" + (kind + 1) + ".pdf";
        return new Evidence(KINDS.get(kind) + " " + subject + " " + occasion, FOLDER + file, sha256(file));
    }

    private static String sha256(String text) {
        return Hash.sha256(text).hex();
    }
}
