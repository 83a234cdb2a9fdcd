package org.comity.proof.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.proof.ReadingProgress;
import org.comity.proof.form.Digests;
import org.comity.proof.item.TestItems;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.verify.CheckingBag;
import org.comity.proof.verify.Vectors;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bags (docs/protocol/bags.md): written, begun again, read strictly, and checked as a whole. */
class BagTest {

    static final Path VECTORS = Vectors.FOLDER.resolve("bags");

    @TempDir
    Path folder;

    private String said;

    @BeforeAll
    static void vectors() throws IOException {
        if (System.getProperty("vectors.write") == null) return;
        if (Files.exists(VECTORS)) {
            try (var old = Files.walk(VECTORS)) {
                for (var each : old.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(each);
            }
        }
        TestBags.write(VECTORS.resolve("one"), 1, 200_000, 70_000);
        TestBags.write(VECTORS.resolve("two"), 2, 200_001);
        Files.writeString(VECTORS.resolve("identity.txt"), TestItems.RECEIVER.secretText() + "\n");
        pem(VECTORS.resolve("ca.pem"), "CERTIFICATE", encoded());
        Files.createDirectories(VECTORS.resolve("keys"));
        var keys = Map.of(
                "xa-1-seal", TestCertificates.XA,
                "xa-1-register", TestCertificates.XA_REGISTER,
                "xb-1-seal", TestCertificates.XB,
                "xb-1-register", TestCertificates.XB_REGISTER,
                "xb-1-register-later", TestCertificates.XB_REGISTER_LATER);
        for (var each : keys.entrySet()) {
            pem(VECTORS.resolve("keys/%s.pem".formatted(each.getKey())), "CERTIFICATE", encoded(each.getValue()));
            pem(
                    VECTORS.resolve("keys/%s.key".formatted(each.getKey())),
                    "PRIVATE KEY",
                    each.getValue().key().getEncoded());
        }
    }

    private static void pem(Path file, String what, byte[] der) throws IOException {
        var base64 = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, base64, what));
    }

    private static byte[] encoded() {
        return encoded(TestCertificates.CA);
    }

    private static byte[] encoded(TestCertificates of) {
        try {
            return of.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_bags_of_the_document_hold() {
        for (String each : List.of("one", "two")) {
            assertThat(verify(
                            VECTORS.resolve(each),
                            "--anchor",
                            "XA-1/seal=" + VECTORS.resolve("keys/xa-1-seal.pem"),
                            "--anchor",
                            "XB-1/seal=" + VECTORS.resolve("keys/xb-1-seal.pem"),
                            "--anchor",
                            "XB-1/register=" + VECTORS.resolve("keys/xb-1-register.pem"),
                            "--identity",
                            VECTORS.resolve("identity.txt").toString()))
                    .as(said)
                    .isZero();
            assertThat(said).contains("HOLDS", "[export]", "[item-plain]", "[inclusion]", "[registered]");
        }
    }

    /** Rule R37: the register alone cannot show that its end was left out; the statement of who made the bag does. */
    @Test
    void a_thread_without_its_last_act_is_not_whole_even_if_all_lists_are_made_anew() throws IOException {
        var bag = TestBags.write(folder.resolve("bag"), 1, 100).root();
        var last = bag.resolve("data/thread/register/000004.json");
        var act = SignedEntry.read(Files.readAllBytes(last)).entry().act();
        Files.delete(last);
        Files.delete(bag.resolve("data/thread/acts/" + act + ".asice"));
        var list = Bag.open(bag, Bag.Limits.STANDARD).list(Bag.LIST);
        list.keySet().removeIf(it -> !Files.exists(bag.resolve(it)));
        Files.write(bag.resolve(Bag.LIST), BagList.write(list));
        var tags = Bag.open(bag, Bag.Limits.STANDARD).list(Bag.TAGS);
        tags.put(Bag.LIST, Digests.sha256(Files.readAllBytes(bag.resolve(Bag.LIST))));
        Files.write(bag.resolve(Bag.TAGS), BagList.write(tags));
        assertThat(verify(bag, "--anchor", ca())).isEqualTo(1);
        assertThat(said)
                .contains("manifest-sha256.txt: It is not the one", "[export]")
                .doesNotContain("another hash than", "FAILED       Entry");
    }

    /** What was found: whoever forges the thread puts in an item, and the user is told that what was named holds. */
    @Test
    void an_item_put_into_a_bag_is_not_checked_in_its_stead() throws IOException {
        var thread = "data/thread/";
        for (var place : List.of("data/", "", thread)) {
            var written = TestBags.write(folder.resolve("bag in " + place.replace('/', ' ')), 1, 100);
            var item = written.items().getFirst();
            var entry = written.root().resolve("data/thread/register/000004.json");
            Files.writeString(entry, Files.readString(entry).replaceFirst("[0-9a-f]{64}", "00".repeat(32)));
            item.write(written.root().resolve(place));
            var named = new String[] {
                "--anchor", ca(), "--manifest", item.manifest().sha256()
            };

            assertThat(verify(written.root(), named)).as(said).isEqualTo(1);
            assertThat(said).contains(place + "item.json: ", thread + "register/000004.json: ");
            assertThat(verify(written.root().resolve(thread), named)).as(said).isEqualTo(1);
            assertThat(said).contains("[entry-signature]");
        }
    }

    /** What was found: XA leaves the last entry out of its export, signs that these are all files, and is told that it holds. */
    @Test
    void whoever_keeps_no_register_cannot_say_where_it_ends() throws IOException {
        var seals = new String[] {
            "--anchor",
            "XA-1/seal=" + Anchor.fingerprint(TestCertificates.XA.certificate()),
            "--anchor",
            "XB-1/seal=" + Anchor.fingerprint(TestCertificates.XB.certificate()),
            "--anchor",
            "XA-1/register=" + Anchor.fingerprint(TestCertificates.XA_REGISTER.certificate())
        };
        assertThat(verify(TestBags.write(folder.resolve("keepers"), 1, 100).root(), seals))
                .as(said)
                .isZero();
        assertThat(said)
                .contains(
                        "by its own clock, that these were all entries. Whether others came after, ask it, or a third. [register-end]",
                        "nor that nothing came after");

        var others = TestBags.write(
                        folder.resolve("others"),
                        1,
                        it -> TestBags.statement("XA-1", TestCertificates.XA_REGISTER, it),
                        100)
                .root();
        assertThat(verify(others, seals)).as(said).isZero();
        assertThat(said)
                .contains(
                        "XA-1 says, at",
                        "not checked  Whether the register goes on behind entry 4 was not checked",
                        "nor that nothing came after the last entry that is here.");
    }

    @Test
    void what_was_written_is_not_written_again_and_a_torn_file_is_mended() throws IOException {
        byte[] content = new byte[1 << 20];
        new Random(1).nextBytes(content);
        var root = folder.resolve("bag");
        var broken = new BagWriting(root, written -> {});
        broken.add("one", content);
        assertThatThrownBy(() -> broken.add("two", () -> breaksAt(content, 600_000)))
                .isInstanceOf(IOException.class);
        Files.write(root.resolve("data/two"), new byte[100], java.nio.file.StandardOpenOption.APPEND);
        long before = Files.getLastModifiedTime(root.resolve("data/one")).toMillis();

        var again = new BagWriting(root, written -> {});
        assertThat(again.add("one", () -> new ByteArrayInputStream(content))).isEqualTo(Digests.sha256(content));
        again.add("two", content);
        again.finish(new TreeMap<>(Map.of("External-Description", "two\nfiles")), null);

        var bag = Bag.open(root, Bag.Limits.STANDARD);
        assertThat(bag.check().holds()).isTrue();
        assertThat(bag.payload()).containsOnlyKeys("data/one", "data/two").containsValue(1L << 20);
        assertThat(Files.getLastModifiedTime(root.resolve("data/one")).toMillis())
                .isEqualTo(before);
        assertThatThrownBy(() -> new BagWriting(root, written -> {})).hasMessageContaining("bag-finished");
    }

    @Test
    void a_check_tells_each_file_and_each_item_and_every_byte_that_is_read() throws IOException {
        var written = TestBags.write(folder.resolve("told"), 1, 1_000, 200_000);
        var files = Bag.open(written.root(), Bag.Limits.STANDARD).files();
        var told = new ArrayList<String>();
        var read = new AtomicLong();

        CheckingBag.verify(written.root(), Map.of(), Set.of(), new ReadingProgress() {
            @Override
            public void next(String what) {
                told.add(what);
            }

            @Override
            public void read(long bytes) {
                read.addAndGet(bytes);
            }
        });

        var items = written.items().stream()
                .map(it -> "data/items/" + it.manifest().sha256())
                .sorted()
                .toList();
        assertThat(told).hasSize(files.size() + 2).containsAll(files.keySet()).endsWith(items.toArray(String[]::new));
        long payloads =
                items.stream().mapToLong(it -> files.get(it + "/payload")).sum();
        long listed = files.values().stream().mapToLong(Long::longValue).sum() - files.get(Bag.TAGS);
        assertThat(read).hasValue(listed + payloads);
    }

    private static InputStream breaksAt(byte[] content, int at) {
        return new java.io.SequenceInputStream(new ByteArrayInputStream(content, 0, at), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line broke");
            }
        });
    }

    @Test
    void folders_are_counted_as_files_are() throws IOException {
        var root = TestBags.write(folder.resolve("bag"), 1, 100).root();
        var limits = new Bag.Limits(100, 1 << 30);
        assertThat(Bag.open(root, limits).exported()).isPresent();
        for (int n = 0; n < 100; n++) Files.createDirectories(root.resolve("data/empty/" + n));

        assertThatThrownBy(() -> Bag.open(root, limits)).hasMessageContaining("bag-too-large");
    }

    @Test
    void who_says_that_a_bag_is_whole_is_read_without_looking_through_it() throws IOException {
        var root = TestBags.write(folder.resolve("bag"), 1, 100).root();
        assertThat(Bag.exported(root))
                .isEqualTo(Bag.open(root, Bag.Limits.STANDARD).exported());
        Files.createSymbolicLink(root.resolve("data/link"), root.resolve("bagit.txt"));
        assertThat(Bag.exported(root)).as("a link that no walk met").isPresent();

        Files.write(root.resolve(ExportStatement.FILE), new byte[70_000]);
        assertThatThrownBy(() -> Bag.exported(root)).hasMessageContaining("bag-too-large");
        Files.delete(root.resolve(ExportStatement.FILE));
        assertThat(Bag.exported(root)).isEmpty();
        Files.writeString(root.resolve(Bag.DECLARATION), "no bag");
        assertThatThrownBy(() -> Bag.exported(root)).hasMessageContaining("bag-declaration");
    }

    @Test
    void limits_links_and_names() throws IOException {
        var root = TestBags.write(folder.resolve("bag"), 1, 100).root();
        assertThatThrownBy(() -> Bag.open(root, new Bag.Limits(10, 1 << 30))).hasMessageContaining("bag-too-large");
        assertThatThrownBy(() -> Bag.open(root, new Bag.Limits(100, 10))).hasMessageContaining("bag-too-large");
        var twin = Files.writeString(root.resolve("data/THREAD"), "");
        assertThat(verify(root, "--anchor", ca())).isEqualTo(1);
        assertThat(said).contains("data/THREAD: ", "[bag-unknown]");
        Files.delete(twin);
        var link = Files.createSymbolicLink(root.resolve("data/link"), root.resolve("bagit.txt"));
        assertThat(verify(root, "--anchor", ca())).isEqualTo(1);
        assertThat(said).contains("data/link is no plain file", "[bag-file]");
        Files.delete(link);
        for (String name : List.of("../out", "data/../../out", "/etc/out", "data/a:b", "~/x", "C:\\x")) {
            var list = Files.readString(root.resolve(Bag.LIST));
            Files.writeString(root.resolve(Bag.LIST), "00".repeat(32) + "  " + name + "\n" + list);
            assertThat(verify(root, "--anchor", ca())).as(name).isEqualTo(1);
            Files.writeString(root.resolve(Bag.LIST), list);
        }
        Files.createDirectories(root.resolve("x/a/b/c/d/e/f/g/h/i/j/k/l/m"));
        assertThat(verify(root, "--anchor", ca())).isEqualTo(1);
    }

    private String ca() throws IOException {
        return Files.writeString(
                        folder.resolve("ca.pem"),
                        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                                .formatted(java.util.Base64.getMimeEncoder().encodeToString(encoded())))
                .toString();
    }

    private int verify(Path bag, String... more) {
        var arguments = new java.util.ArrayList<>(List.of(bag.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(
                List.of("--anchor", "XB-1/register=" + Anchor.fingerprint(TestCertificates.XB_REGISTER.certificate())));
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(arguments.toArray(String[]::new), print, print);
        said = out.toString(UTF_8);
        return code;
    }
}
