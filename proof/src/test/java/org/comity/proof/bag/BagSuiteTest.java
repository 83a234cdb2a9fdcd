package org.comity.proof.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The BagIt conformance suite of the Library of Congress (CC0): nothing invalid is taken; what we are stricter in is listed. */
class BagSuiteTest {

    /** Valid by RFC 8493 or its drafts, and refused by rule B2, with the code. */
    private static final Map<String, String> STRICTER = Map.of(
            "v0.97/valid/ISO-8859-1-encoded-tag-files", "bag-declaration",
            "v0.97/valid/UTF-16-encoded-tag-files", "bag-declaration",
            "v0.97/valid/holey-bag", "bag-fetch",
            "v0.96/valid/holey-bag", "bag-fetch",
            "v0.97/valid/bag-with-leading-dot-slash-in-manifest", "bag-name",
            "v0.96/valid/bag-with-leading-dot-slash-in-manifest", "bag-name",
            "v0.97/valid/bag-with-encoded-names", "bag-name",
            "v0.96/valid/bag-with-encoded-names", "bag-name",
            "v0.97/valid/uncommon-metadata-separators", "bag-list");

    @TempDir
    Path folder;

    @Test
    void every_bag_of_the_suite_is_judged() throws Exception {
        var unpack = new ProcessBuilder(
                        "tar",
                        "xzf",
                        Path.of("src/test/resources/bagit.tar.gz")
                                .toAbsolutePath()
                                .toString())
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(unpack.waitFor()).isZero();
        var refused = new TreeMap<String, String>();
        var taken = new TreeSet<String>();
        for (String version : folder.resolve("bagit").toFile().list((d, name) -> name.startsWith("v"))) {
            for (String kind : folder.resolve("bagit").resolve(version).toFile().list()) {
                var kinds = folder.resolve("bagit").resolve(version).resolve(kind);
                if (!Files.isDirectory(kinds)) continue;
                try (var bags = Files.list(kinds)) {
                    for (var bag : bags.filter(Files::isDirectory).toList()) {
                        var name = version + "/" + kind + "/" + bag.getFileName();
                        judged(bag).ifPresentOrElse(code -> refused.put(name, code), () -> taken.add(name));
                    }
                }
            }
        }
        assertThat(taken.size() + refused.size()).isGreaterThan(50);
        assertThat(taken).noneMatch(it -> it.contains("/invalid/") || it.contains("-only/"));
        refused.keySet().removeIf(it -> !it.contains("/valid/"));
        assertThat(refused).isEqualTo(new TreeMap<>(STRICTER));
    }

    private static java.util.Optional<String> judged(Path bag) throws IOException {
        try {
            return Bag.open(bag, Bag.Limits.STANDARD).check().firstFailure().map(Verdict.Check::code);
        } catch (Malformed e) {
            return java.util.Optional.of(e.code());
        }
    }
}
