package tracker.streams.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tracker.streams.audit.Finding.Place;
import tracker.streams.domain.event.Hash;

/** What came of verifying an archive. */
public sealed interface Verification {
    Summary summary();

    /**
     * The outcome for a report. The counts are of what was verified; {@code first} is the first bad event, null where there is none or it
     * is not known; {@code problems} are the first of {@code findings}.
     */
    record Summary(
            boolean verified,
            boolean treesVerified,
            long events,
            long plans,
            long subjects,
            long findings,
            String first,
            List<String> problems) {
        public Summary {
            problems = List.copyOf(problems);
        }
    }

    /**
     * All that the archive claims holds. {@code treesVerified} is false for a partial archive: what it holds is linked, but whether it is
     * what was signed, and whether anything is left out, it cannot show.
     */
    record Verified(ArchiveHeader header, boolean treesVerified, Counts counts, List<PartitionState> partitions)
            implements Verification {
        private static final String PARTIAL = "部分档案（%1$s）：未核验默克尔树，不能证明所含即为所签，也不能证明没有遗漏"
                + " · partial archive (%1$s): the trees were not verified; it cannot show that what it holds was signed, nor that"
                + " nothing is left out";

        public Verified {
            partitions = List.copyOf(partitions);
        }

        @Override
        public Summary summary() {
            return new Summary(
                    true, treesVerified, counts.events(), counts.plans(), counts.subjects(), 0, null, List.of());
        }

        /** As reports say it; of a partial archive, that this is less. */
        public String text() {
            String verified = "通过 · verified: %d events, %d plans, %d subjects"
                    .formatted(counts.events(), counts.plans(), counts.subjects());
            return treesVerified
                    ? verified
                    : verified + "\n" + PARTIAL.formatted(header.scope().text());
        }
    }

    record Counts(long events, long plans, long subjects) {}

    /** {@code root} and {@code latest}, the last checkpoint and the names of the keys that signed it, are null in a partial archive. */
    record PartitionState(int partition, long events, long checkpoints, Hash root, SignedCheckpoint latest) {}

    record SignedCheckpoint(Checkpoint checkpoint, List<String> signers, SignedNote note) {
        public SignedCheckpoint {
            signers = List.copyOf(signers);
        }
    }

    /** {@code header} is null if not even that could be read. {@code total} counts the findings, of which the first are given. */
    record Refuted(ArchiveHeader header, List<Finding> findings, long total) implements Verification {
        public Refuted {
            findings = List.copyOf(findings);
        }

        @Override
        public Summary summary() {
            return new Summary(
                    false,
                    false,
                    0,
                    0,
                    0,
                    total,
                    firstBad().map(Place::text).orElse(null),
                    findings.stream().map(Finding::text).toList());
        }

        /** The first event that is at fault or missing, as narrowly as the findings tell, in the archive's order. */
        public Optional<Place> firstBad() {
            List<Place> places = findings.stream()
                    .map(Finding::place)
                    .filter(place -> place != null && place.index() >= 0)
                    .toList();
            return places.stream().findFirst().map(first -> narrowest(first, places));
        }

        /** A root only says that one of many events differs; a chain may say which. */
        private static Place narrowest(Place first, List<Place> places) {
            return places.stream()
                    .filter(place -> place.subject() != null
                            && place.partition() == first.partition()
                            && place.index() >= first.index()
                            && place.index() < first.until())
                    .min(Comparator.comparingLong(Place::index))
                    .orElse(first);
        }
    }
}
