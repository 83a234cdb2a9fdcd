package org.comity.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MerkleTreeTest {

    private static final Path VECTORS = Path.of("src/test/resources/merkle-proofs");

    static Stream<Path> inclusion() throws IOException {
        return vectors("inclusion");
    }

    static Stream<Path> consistency() throws IOException {
        return vectors("consistency");
    }

    private static Stream<Path> vectors(String kind) throws IOException {
        try (var files = Files.walk(VECTORS.resolve(kind))) {
            return files.filter(it -> it.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @Test
    void all_published_vectors_are_here() throws IOException {
        assertThat(inclusion()).hasSize(98);
        assertThat(consistency()).hasSize(98);
    }

    @ParameterizedTest
    @MethodSource("inclusion")
    void inclusion_vectors(Path file) {
        var json = JsonMapper.shared().readTree(file.toFile());
        assertThat(MerkleTree.includes(
                        bytes(json.get("root")),
                        number(json.get("treeSize")),
                        bytes(json.get("leafHash")),
                        number(json.get("leafIdx")),
                        path(json.get("proof"))))
                .isEqualTo(!json.get("wantErr").booleanValue());
    }

    @ParameterizedTest
    @MethodSource("consistency")
    void consistency_vectors(Path file) {
        var json = JsonMapper.shared().readTree(file.toFile());
        assertThat(MerkleTree.continues(
                        bytes(json.get("root1")),
                        number(json.get("size1")),
                        bytes(json.get("root2")),
                        number(json.get("size2")),
                        path(json.get("proof"))))
                // One accepted vector has roots of twelve bytes; what is no hash proves nothing here.
                .isEqualTo(!json.get("wantErr").booleanValue() && bytes(json.get("root1")).length == MerkleTree.HASH);
    }

    @Test
    void every_leaf_of_every_small_tree_is_included_and_no_other() {
        for (int size = 1; size <= 40; size++) {
            var leaves = leaves(size);
            byte[] root = MerkleTree.root(leaves);
            for (int i = 0; i < size; i++) {
                var path = MerkleTree.inclusion(leaves, i);
                assertThat(MerkleTree.includes(root, size, leaves.get(i), i, path))
                        .isTrue();
                assertThat(MerkleTree.includes(root, size, leaves.get((i + 1) % size), i, path))
                        .isEqualTo(size == 1);
                assertThat(MerkleTree.includes(root, size, leaves.get(i), i + 1L, path))
                        .isFalse();
            }
        }
    }

    @Test
    void every_small_tree_continues_the_smaller_ones() {
        for (int size = 1; size <= 40; size++) {
            var leaves = leaves(size);
            byte[] root = MerkleTree.root(leaves);
            for (int earlier = 1; earlier <= size; earlier++) {
                byte[] before = MerkleTree.root(leaves.subList(0, earlier));
                var path = MerkleTree.consistency(leaves, earlier);
                assertThat(MerkleTree.continues(before, earlier, root, size, path))
                        .isTrue();
                if (earlier < size) {
                    assertThat(MerkleTree.continues(MerkleTree.leaf(new byte[1]), earlier, root, size, path))
                            .isFalse();
                }
            }
        }
    }

    private static List<byte[]> leaves(int size) {
        var chance = new Random(size);
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            byte[] content = new byte[8];
            chance.nextBytes(content);
            leaves.add(MerkleTree.leaf(content));
        }
        return leaves;
    }

    /** 2^64 - 1 is among them, and is no size of ours. */
    private static long number(JsonNode number) {
        return number.bigIntegerValue().longValue();
    }

    private static byte[] bytes(JsonNode text) {
        return text.isNull() ? new byte[0] : Base64.getDecoder().decode(text.stringValue());
    }

    private static List<byte[]> path(JsonNode list) {
        var path = new ArrayList<byte[]>();
        if (!list.isNull()) list.forEach(it -> path.add(bytes(it)));
        return path;
    }
}
