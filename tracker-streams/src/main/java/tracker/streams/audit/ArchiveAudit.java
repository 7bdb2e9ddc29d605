package tracker.streams.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tracker.streams.audit.Finding.Place;
import tracker.streams.audit.Verification.Counts;
import tracker.streams.audit.Verification.Refuted;
import tracker.streams.audit.Verification.SignedCheckpoint;
import tracker.streams.audit.Verification.Verified;
import tracker.streams.domain.event.Hash;

/** The verification of one archive, entry by entry. */
final class ArchiveAudit {
    private final Trust trust;
    private final ArchiveHeader header;
    private final FileSeal seal;
    private final Findings findings = new Findings();
    private final ChainAudit chains;
    private final List<PartitionAudit> partitions = new ArrayList<>();
    private long events;
    private LoggedEvent last;
    private Entry.End end;
    private Hash fileHash;

    ArchiveAudit(Trust trust, ArchiveHeader header, FileSeal seal) {
        this.trust = trust;
        this.header = header;
        this.seal = seal;
        chains = new ChainAudit(findings, !(header.scope() instanceof Scope.Filtered));
        if (!header.origin().equals(trust.origin())) {
            findings.add(Problem.OTHER_ORIGIN, null, "the archive is of %s".formatted(header.origin()));
        }
        if (header.partitions() != trust.partitions()) {
            findings.add(
                    header.partitions() < trust.partitions() ? Problem.PARTITION_MISSING : Problem.PARTITION_UNKNOWN,
                    null,
                    "the archive is of %d partitions, the log has %d"
                            .formatted(header.partitions(), trust.partitions()));
        }
        // No more than the log has: a header may say anything.
        for (int partition = 0; partition < Math.min(header.partitions(), trust.partitions()); partition++) {
            partitions.add(new PartitionAudit(partition, header.isComplete(), findings));
        }
        trust.earlier().forEach(this::earlier);
    }

    /** Blocks come in their order. What is no entry is an {@link ArchiveCorruptException}, after what comes before it. */
    void block(ExaminedBlock block) {
        block.forEach(examined -> {
            if (examined.event() != null) {
                event(examined.event());
            } else if (examined.entry() instanceof Entry.OfCheckpoint checkpoint) {
                checkpoint(checkpoint);
            } else {
                end = (Entry.End) examined.entry();
                fileHash = seal.closed(end, block.raw());
            }
        });
        seal.passed(block.raw());
    }

    private void event(ExaminedEvent examined) {
        events++;
        LoggedEvent logged = examined.logged();
        last = logged;
        PartitionAudit partition = partition(logged.partition(), () -> chains.place(logged));
        if (partition == null) {
            return;
        }
        if (!examined.intact()) {
            findings.add(Problem.EVENT_DAMAGED, chains.place(logged), "the record is not as it was archived");
        } else if (examined.event() == null) {
            findings.add(Problem.EVENT_UNDECODABLE, chains.place(logged), examined.fault());
        }
        partition.event(examined, () -> chains.place(logged));
        if (examined.event() == null) {
            chains.damaged(logged);
        } else {
            inScope(examined);
            chains.event(examined, partition.confirmed());
        }
    }

    private void checkpoint(Entry.OfCheckpoint entry) {
        PartitionAudit partition = partition(entry.partition(), () -> Place.of(entry.partition()));
        if (partition == null) {
            return;
        }
        partition.countCheckpoint();
        try {
            SignedNote note = SignedNote.parse(entry.note());
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            checkpoint(partition, entry.partition(), checkpoint, note, false);
        } catch (IllegalArgumentException malformed) {
            findings.add(Problem.CHECKPOINT_MALFORMED, Place.of(entry.partition()), malformed.getMessage());
        }
    }

    /** After the last block. */
    void end() {
        partitions.forEach(PartitionAudit::finish);
        if (end == null) {
            findings.add(Problem.END_MISSING, last(), "the file ends after this event without saying so");
            return;
        }
        if (!end.fileHash().equals(fileHash)) {
            findings.add(Problem.FILE_ALTERED, null, "the bytes before the end are not those that were written");
        }
        List<Entry.PartitionEnd> found =
                partitions.stream().map(PartitionAudit::end).toList();
        if (!end.partitions().equals(found)) {
            findings.add(
                    Problem.END_DIFFERS, null, "the end says %s, and there is %s".formatted(end.partitions(), found));
        }
    }

    /** What follows is not known, so nothing is said about what may be missing. */
    void corrupt(String detail) {
        findings.add(Problem.FILE_CORRUPT, last(), "after this event, %s".formatted(detail));
    }

    Verification result() {
        if (!findings.isEmpty()) {
            return new Refuted(header, findings.first(), findings.total());
        }
        return new Verified(
                header,
                header.isComplete(),
                new Counts(events, chains.plans(), chains.subjects()),
                partitions.stream().map(PartitionAudit::state).toList());
    }

    private void earlier(SignedNote note) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            for (int partition = 0; partition < partitions.size(); partition++) {
                if (checkpoint.origin().equals(Checkpoint.origin(trust.origin(), partition))) {
                    checkpoint(partitions.get(partition), partition, checkpoint, note, true);
                    return;
                }
            }
            findings.add(Problem.OTHER_ORIGIN, null, "the earlier checkpoint is of %s".formatted(checkpoint.origin()));
        } catch (IllegalArgumentException malformed) {
            findings.add(Problem.CHECKPOINT_MALFORMED, null, "the earlier one: %s".formatted(malformed.getMessage()));
        }
    }

    private void checkpoint(
            PartitionAudit audit, int partition, Checkpoint checkpoint, SignedNote note, boolean earlier) {
        Place place = Place.of(partition);
        SignedNote.Check check = note.check(trust.keys());
        if (!checkpoint.origin().equals(Checkpoint.origin(trust.origin(), partition))) {
            findings.add(Problem.OTHER_ORIGIN, place, "a checkpoint is of %s".formatted(checkpoint.origin()));
        } else if (!check.bad().isEmpty()) {
            findings.add(
                    Problem.SIGNATURE_BAD,
                    place,
                    "%s did not sign the checkpoint of %d".formatted(check.bad(), checkpoint.size()));
        } else if (check.verified().isEmpty()) {
            findings.add(
                    Problem.SIGNER_UNKNOWN,
                    place,
                    "the checkpoint of %d is signed by %s only".formatted(checkpoint.size(), check.unknown()));
        } else {
            audit.checkpoint(new SignedCheckpoint(checkpoint, check.verified(), note), earlier);
        }
    }

    private PartitionAudit partition(int partition, Supplier<Place> place) {
        if (partition >= 0 && partition < partitions.size()) {
            return partitions.get(partition);
        }
        findings.add(Problem.PARTITION_UNKNOWN, place.get(), "the log has %d partitions".formatted(partitions.size()));
        return null;
    }

    private void inScope(ExaminedEvent examined) {
        if (header.scope() instanceof Scope.Plans plans
                && !plans.plans().contains(examined.event().subject().plan())) {
            findings.add(
                    Problem.OUT_OF_SCOPE,
                    chains.place(examined.logged()),
                    "the archive claims to be of %s".formatted(plans.plans()));
        }
    }

    private Place last() {
        return last == null ? null : chains.last(last);
    }
}
