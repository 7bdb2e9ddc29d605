package tracker.streams.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tracker.streams.domain.event.Hash;

/** Against the test vectors of Certificate Transparency, and against RFC 6962's own recursive definition. */
class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<byte[]> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HEX::parseHex)
            .toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsOfTheKnownLeaves() {
        MerkleTree tree = tree(LEAVES);

        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(tree.root(size).hex()).isEqualTo(ROOTS.get(size));
            assertThat(frontier(LEAVES.subList(0, size)).root().hex()).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void proofsOfTheKnownLeaves() {
        MerkleTree tree = tree(LEAVES);

        assertThat(tree.inclusionProof(0, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(tree.inclusionProof(5, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree.consistencyProof(6, 8))
                .extracting(Hash::hex)
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(tree.consistencyProof(2, 5))
                .extracting(Hash::hex)
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertThat(tree.consistencyProof(8, 8)).isEmpty();
        assertThat(tree.consistencyProof(0, 8)).isEmpty();
    }

    @Test
    void whatIsNotInTheTreeHasNoRootAndNoProof() {
        MerkleTree tree = tree(LEAVES);

        assertThatThrownBy(() -> tree.root(9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusionProof(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistencyProof(5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> frontier(LEAVES).root(3)).isInstanceOf(IllegalStateException.class);
    }

    @Property(tries = 200)
    void everyRootAndInclusionIsThatOfTheDefinition(
            @ForAll @IntRange(min = 1, max = 130) int size, @ForAll @IntRange(max = 129) int drawn) {
        List<byte[]> leaves = leaves(size);
        MerkleTree tree = tree(leaves);
        int index = drawn % size;
        Hash leaf = MerkleProofs.leafHash(leaves.get(index));
        List<Hash> proof = tree.inclusionProof(index, size);

        assertThat(tree.root()).isEqualTo(Hash.of(reference(leaves)));
        assertThat(frontier(leaves).root()).isEqualTo(tree.root());
        assertThat(MerkleProofs.included(leaf, index, size, proof, tree.root())).isTrue();
        assertThat(MerkleProofs.included(leaf, index ^ 1, size, proof, tree.root()))
                .isFalse();
        assertThat(MerkleProofs.included(leaf, index, size, proof, tree.root(size - 1)))
                .isFalse();
        for (List<Hash> wrong : spoilt(proof)) {
            assertThat(MerkleProofs.included(leaf, index, size, wrong, tree.root()))
                    .isFalse();
        }
    }

    @Property(tries = 200)
    void aTreeIsConsistentWithItsBeginningsAndWithNothingElse(
            @ForAll @IntRange(min = 1, max = 130) int to, @ForAll @IntRange(max = 130) int drawn) {
        MerkleTree tree = tree(leaves(to));
        int from = drawn % (to + 1);
        List<Hash> proof = tree.consistencyProof(from, to);
        Hash other = Hash.of(new byte[32]);

        assertThat(MerkleProofs.consistent(from, tree.root(from), to, tree.root(), proof))
                .isTrue();
        assertThat(MerkleProofs.consistent(from, other, to, tree.root(), proof)).isFalse();
        assertThat(MerkleProofs.consistent(to + 1, tree.root(), to, tree.root(), proof))
                .isFalse();
        if (from > 0) {
            assertThat(MerkleProofs.consistent(from, tree.root(from), to, other, proof))
                    .isFalse();
        }
        for (List<Hash> wrong : spoilt(proof)) {
            assertThat(MerkleProofs.consistent(from, tree.root(from), to, tree.root(), wrong))
                    .isFalse();
        }
    }

    /** One hash changed, one left out, one added. */
    private static List<List<Hash>> spoilt(List<Hash> proof) {
        List<List<Hash>> spoilt = new ArrayList<>();
        for (int place = 0; place < proof.size(); place++) {
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(place, Hash.of(new byte[32]));
            spoilt.add(changed);
            List<Hash> shorter = new ArrayList<>(proof);
            shorter.remove(place);
            spoilt.add(shorter);
        }
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(Hash.NONE);
        spoilt.add(longer);
        return spoilt;
    }

    /** MTH of RFC 6962 section 2.1, word for word. */
    private static byte[] reference(List<byte[]> leaves) {
        Hasher hasher = new Hasher();
        if (leaves.size() <= 1) {
            return leaves.isEmpty() ? hasher.empty() : hasher.leaf(leaves.get(0));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return hasher.node(reference(leaves.subList(0, split)), reference(leaves.subList(split, leaves.size())));
    }

    private static List<byte[]> leaves(int size) {
        List<byte[]> leaves = new ArrayList<>();
        for (int leaf = 0; leaf < size; leaf++) {
            byte[] bytes = new byte[leaf % 7];
            Arrays.fill(bytes, (byte) leaf);
            leaves.add(bytes);
        }
        return leaves;
    }

    private static MerkleTree tree(List<byte[]> leaves) {
        return grown(new GrowingTree(new KeptNodes(), 0), leaves);
    }

    private static MerkleTree frontier(List<byte[]> leaves) {
        return grown(new GrowingTree(new Frontier(), 0), leaves);
    }

    private static MerkleTree grown(GrowingTree tree, List<byte[]> leaves) {
        leaves.forEach(tree::append);
        assertThat(tree.size()).isEqualTo(leaves.size());
        return tree.now();
    }
}
