package tracker.api.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tracker.api.blobs.BlobStore;
import tracker.api.blobs.Draft;
import tracker.api.blobs.DraftFolder;
import tracker.api.blobs.DraftTooLargeException;
import tracker.api.blobs.SourceBrokenException;
import tracker.api.blobs.StoreUnavailableException;
import tracker.api.evidence.EvidenceRefusedException.Reason;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;
import tracker.streams.domain.event.Hash;

/** The files that back reports. Each is known by its plan and its SHA-256, and never leaves with other bytes than it came with. */
public final class EvidenceFiles {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceFiles.class);

    private final BlobStore store;
    private final DraftFolder drafts;
    private final long limit;
    private final Clock clock;

    /** {@code drafts} is where files are while they come and go; {@code limit} is the most bytes that one may have. */
    public EvidenceFiles(BlobStore store, Path drafts, long limit, Clock clock) {
        this.store = store;
        this.drafts = DraftFolder.of(drafts);
        this.limit = limit;
        this.clock = clock;
    }

    /** {@code isNew}: the giver had not handed it in before. */
    public record Taken(EvidenceFile file, boolean isNew) {}

    /**
     * Keeps a file once its last byte is read; {@link EvidenceRefusedException} where it is not taken. Of bytes that the giver handed in
     * before, what was said of them then stands.
     */
    public Taken take(Offer offer) {
        try (Draft draft = drafts.draft(offer.bytes(), limit)) {
            if (draft.size() == 0) {
                throw new EvidenceRefusedException(Reason.EMPTY);
            }
            if (offer.sha256() != null && !offer.sha256().equals(draft.sha256())) {
                throw new EvidenceRefusedException(Reason.DIGEST_MISMATCH);
            }
            keep(EvidenceKeys.content(offer.plan(), draft.sha256()), draft);
            String holder = EvidenceKeys.holder(offer.plan(), draft.sha256(), offer.giver());
            Optional<Holding> before = store.get(holder).map(Holding::decode);
            Holding holding = before.orElseGet(() -> new Holding(
                    offer.name(),
                    offer.mediaType(),
                    draft.size(),
                    offer.giver().user(),
                    clock.instant().toString()));
            if (before.isEmpty()) {
                // Last: who is told of a file must be able to have it.
                store.put(holder, holding.encode());
            }
            return new Taken(file(offer.plan(), draft.sha256(), holding), before.isEmpty());
        } catch (DraftTooLargeException tooLarge) {
            throw new EvidenceRefusedException(Reason.TOO_LARGE);
        } catch (SourceBrokenException brokenOff) {
            throw new EvidenceRefusedException(Reason.BROKEN_OFF);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /**
     * The file as {@code reader} may see it: a department what it handed in itself, everybody else what anybody did. Empty where there is
     * none, and where it is another department's: the two are not to be told apart.
     */
    public Optional<EvidenceFile> find(String plan, String sha256, Actor reader) {
        if (!Hash.isHex(sha256)) {
            return Optional.empty();
        }
        Optional<Holding> holding = reader.role() == Role.DEPARTMENT
                ? store.get(EvidenceKeys.holder(plan, sha256, reader)).map(Holding::decode)
                : store.list(EvidenceKeys.holders(plan, sha256)).stream()
                        .flatMap(key -> store.get(key).stream())
                        .map(Holding::decode)
                        .min(Comparator.comparing(Holding::since));
        return holding.map(found -> file(plan, sha256, found));
    }

    /** The bytes, every one of them checked before the first is handed out; {@link EvidenceDamagedException} where they are others. */
    public InputStream open(EvidenceFile file) {
        String key = EvidenceKeys.content(file.plan(), file.sha256());
        try (InputStream kept = store.open(key).orElseThrow(() -> damaged(key))) {
            // A copy: what is sent is then what was checked, whatever becomes of the original meanwhile.
            Draft copy = drafts.draft(kept, Long.MAX_VALUE);
            if (!copy.sha256().equals(file.sha256())) {
                copy.close();
                throw damaged(key);
            }
            return copy.handOver();
        } catch (SourceBrokenException broken) {
            throw new StoreUnavailableException("cannot read " + key, broken);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Who hands in again what is damaged here mends it. */
    private void keep(String key, Draft draft) {
        if (!store.putIfAbsent(key, draft.file()) && !isIntact(key, draft.sha256())) {
            LOG.warn("evidence {} was damaged, and is mended by a copy handed in again", key);
            store.delete(key);
            store.putIfAbsent(key, draft.file());
        }
    }

    private boolean isIntact(String key, String sha256) {
        MessageDigest digest = Hash.digest();
        try (InputStream kept = store.open(key).orElseGet(InputStream::nullInputStream);
                InputStream digested = new DigestInputStream(kept, digest)) {
            digested.transferTo(OutputStream.nullOutputStream());
        } catch (IOException cause) {
            throw new StoreUnavailableException("cannot read " + key, cause);
        }
        return Hash.of(digest.digest()).hex().equals(sha256);
    }

    private static EvidenceDamagedException damaged(String key) {
        LOG.error("evidence {} is damaged: its bytes are gone or have another digest", key);
        return new EvidenceDamagedException(key);
    }

    private static EvidenceFile file(String plan, String sha256, Holding holding) {
        return new EvidenceFile(plan, sha256, holding.name(), holding.mediaType(), holding.size(), holding.since());
    }
}
