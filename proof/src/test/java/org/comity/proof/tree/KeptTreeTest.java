package org.comity.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kept tree gives the roots and proofs of the tree over all leaves at hand. */
class KeptTreeTest {

    private static final int MOST = 70;

    private final Map<String, byte[]> kept = new HashMap<>();
    private final List<byte[]> leaves = new ArrayList<>();

    @Tag("long")
    @Test
    void roots_and_proofs_are_those_of_the_whole_tree() {
        assertThat(tree(0).root()).isEqualTo(MerkleTree.root(List.of()));
        for (int size = 1; size <= MOST; size++) {
            grow();
            var tree = tree(size);
            assertThat(tree.root()).isEqualTo(MerkleTree.root(leaves));
            for (int i = 0; i < size; i++) {
                assertThat(tree.inclusion(i)).containsExactlyElementsOf(MerkleTree.inclusion(leaves, i));
                assertThat(MerkleTree.includes(tree.root(), size, leaves.get(i), i, tree.inclusion(i)))
                        .isTrue();
            }
            for (int earlier = 1; earlier <= size; earlier++) {
                assertThat(tree.rootAt(earlier)).isEqualTo(MerkleTree.root(leaves.subList(0, earlier)));
                assertThat(tree.consistency(earlier))
                        .containsExactlyElementsOf(MerkleTree.consistency(leaves, earlier));
            }
        }
    }

    @Test
    void a_proof_needs_few_subtrees() {
        for (int i = 0; i < 1000; i++) grow();
        var asked = new int[1];
        var tree = new KeptTree(1000, (level, index) -> {
            asked[0]++;
            return find(level, index);
        });
        tree.inclusion(617);
        assertThat(asked[0]).isLessThanOrEqualTo(20);
    }

    @Test
    void what_is_not_in_the_tree_has_no_proof() {
        grow();
        assertThatThrownBy(() -> tree(1).inclusion(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(1).consistency(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(1).consistency(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(1).rootAt(2)).isInstanceOf(IllegalArgumentException.class);
    }

    private void grow() {
        byte[] leaf =
                MerkleTree.leaf(ByteBuffer.allocate(4).putInt(leaves.size()).array());
        KeptTree.add(leaves.size(), leaf, this::find, (level, index, hash) -> {
            assertThat(kept.put(level + "/" + index, hash)).isNull();
        });
        leaves.add(leaf);
    }

    private KeptTree tree(long size) {
        return new KeptTree(size, this::find);
    }

    private byte[] find(int level, long index) {
        var found = kept.get(level + "/" + index);
        assertThat(found).as("%d/%d", level, index).isNotNull();
        return found;
    }
}
