package tracker.api.cli;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tracker.streams.audit.Checkpoint;
import tracker.streams.audit.CheckpointSigner;
import tracker.streams.audit.GrowingNodes;
import tracker.streams.audit.GrowingTree;
import tracker.streams.codec.EventCodec;
import tracker.streams.domain.Actor;
import tracker.streams.domain.Role;
import tracker.streams.domain.SubjectId;
import tracker.streams.domain.event.Event;
import tracker.streams.domain.event.Fact;
import tracker.streams.domain.event.Hash;

/** A small signed log, and what a tracker answers about it. */
final class GivenProofs {
    static final String LOG = "tracker.events/test";

    private final CheckpointSigner signer = CheckpointSigner.of(CheckpointSigner.newSecret("log", new SecureRandom()));
    private final List<byte[]> events = new ArrayList<>();
    private final GrowingTree tree = new GrowingTree(new MapNodes(), 0);

    private static final class MapNodes implements GrowingNodes {
        private final Map<List<Long>, byte[]> nodes = new HashMap<>();

        @Override
        public byte[] get(int level, long index) {
            return nodes.get(List.of((long) level, index));
        }

        @Override
        public void put(int level, long index, byte[] hash) {
            nodes.put(List.of((long) level, index), hash);
        }
    }

    GivenProofs(int size) {
        for (int position = 1; position <= size; position++) {
            byte[] event = new EventCodec().encode(event(position));
            events.add(event);
            tree.append(event);
        }
    }

    private static Event event(int position) {
        return new Event(
                "e" + position,
                SubjectId.ofPlan("p"),
                position,
                position,
                Instant.EPOCH.plusSeconds(position),
                new Actor(Role.SYSTEM, null, "system"),
                null,
                "key-" + position,
                "c" + position,
                Hash.NONE,
                false,
                new Fact.DayTurned(LocalDate.EPOCH.plusDays(position)));
    }

    Map<String, Object> trust() {
        return Map.of(
                "origin", LOG, "partitions", 4, "keys", List.of(signer.key().text()));
    }

    /** A checkpoint of the first so many events. */
    String note(long size) {
        return note(LOG, size, tree.now().root(size), signer);
    }

    static String note(String log, long size, Hash root, CheckpointSigner signer) {
        return CheckpointSigner.sign(Checkpoint.of(log, 2, size, root, Instant.EPOCH), List.of(signer))
                .encoded();
    }

    CheckpointSigner signer() {
        return signer;
    }

    Map<String, Object> proof(int index, long size) {
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("eventId", "e" + (index + 1));
        proof.put("index", index);
        proof.put("event", events.get(index));
        proof.put("proof", hex(tree.now().inclusionProof(index, size)));
        proof.put("checkpoint", Map.of("note", note(size)));
        return proof;
    }

    Map<String, Object> consistency(long from, long to) {
        return Map.of("from", from, "to", to, "proof", hex(tree.now().consistencyProof(from, to)));
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
