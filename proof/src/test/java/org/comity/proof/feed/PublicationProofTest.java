package org.comity.proof.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.StrictBase64;
import org.comity.proof.form.StrictReading;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.LogProof;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.log.NoteSigner;
import org.comity.proof.log.TestSigner;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.tree.MerkleTree;
import org.comity.proof.verify.Vectors;
import org.comity.proof.verify.Verify;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule R169 of docs/protocol/feeds.md: one publication is proved against the host's signed head, without the others. */
class PublicationProofTest {

    private static final String NETWORK = "5".repeat(64);
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Path VECTOR = Vectors.FOLDER.resolve("feed-entry.tlog-proof");

    @TempDir
    Path folder;

    private final NoteSigner log =
            TestSigner.ed25519(FeedCheckpoint.origin("XA-1", NumberedFeed.first(Audience.PUBLIC)));
    private final List<Map<String, Object>> publications = new ArrayList<>();
    private final List<SignedEntry> entries = new ArrayList<>();
    private String said = "";
    private Path earlier;

    @BeforeEach
    void seven_publications_of_which_four_were_under_an_earlier_head() throws IOException {
        for (int i = 0; i < 4; i++) publish("S" + i);
        earlier = Files.writeString(folder.resolve("earlier.checkpoint"), head().write());
        for (int i = 4; i < 7; i++) publish("S" + i);
    }

    @Test
    void each_publication_is_proved_without_the_others() throws IOException {
        for (int k = 0; k < 7; k++) {
            var proof = proof(k, null);
            assertThat(new String(LogProof.read(proof.getBytes(UTF_8)).extra(), UTF_8))
                    .contains("\"S" + k)
                    .doesNotContain("\"S" + (k + 1) % 7);
            assertThat(verify(proof)).as(said).isZero();
            assertThat(said)
                    .contains(
                            "publishes subject S" + k,
                            "It is entry %d of the feed".formatted(k + 1),
                            "[consistency]",
                            "Whether it still stands is not shown");
        }
    }

    @Test
    void that_the_feed_was_only_continued_is_proved_too() throws IOException {
        assertThat(verify(proof(5, 4), "--since", earlier.toString())).as(said).isZero();
        assertThat(said).contains("still holds the 4 entries");
        assertThat(verify(proof(5, null), "--since", earlier.toString())).isEqualTo(1);
        assertThat(said).contains("ask for a proof since 4");

        entries.clear();
        publications.clear();
        for (int i = 0; i < 7; i++) publish("T" + i);
        assertThat(verify(proof(5, 4), "--since", earlier.toString())).isEqualTo(1);
        assertThat(said).contains("two faces");
    }

    @Test
    void another_content_another_envelope_and_another_place_are_named() throws IOException {
        var right = said(2, null);
        assertThat(verify(in(
                        2, with(right, right.publication(), Map.of("salt", "0", "body", Map.of("title", "else"))))))
                .isEqualTo(1);
        assertThat(said).contains("is not what was published").doesNotContain("not under this head");

        assertThat(verify(in(2, with(right, publications.get(3), right.document()))))
                .isEqualTo(1);
        assertThat(said).contains("does not belong to this publication");

        assertThat(verify(in(3, right))).isEqualTo(1);
        assertThat(said).contains("not under this head");

        var moved = new HashMap<>(right.publication());
        moved.put("audience", "participants");
        assertThat(verify(in(2, with(right, moved, right.document())))).isEqualTo(1);
        assertThat(said).contains("not signed by the key of this feed");
    }

    /** Each is signed by the right keys, so that nothing but the form is wrong. */
    @Test
    void an_envelope_and_a_head_of_another_form_are_refused() throws IOException {
        for (var wrong : List.<Map.Entry<String, Object>>of(
                Map.entry("format", "comity-publication/2"),
                Map.entry("withdraws", "false"),
                Map.entry("withdraws", 0L))) {
            publish("S7", wrong);
            assertThat(verify(proof(entries.size() - 1, null)))
                    .as(wrong.toString())
                    .isEqualTo(1);
            assertThat(said).contains(wrong.getKey()).doesNotContain("not under this head");
        }
        var right = said(2, null);
        for (var until : List.of("until tomorrow", "until 2026-11-28T13:00:00.000Z", "until 2026-11-28T13:00Z")) {
            var text = head().text().replaceFirst("until .*", until);
            var proof = right.in(Note.sign(text, log), 2, MerkleTree.inclusion(leaves(), 2));
            assertThat(verify(proof.write())).as(until).isEqualTo(1);
            assertThat(said).contains("checkpoint: until");
        }
    }

    @Test
    void what_was_withdrawn_since_is_proved_without_its_body() throws IOException {
        var right = said(1, null);
        assertThat(verify(in(1, with(right, right.publication(), null))))
                .as(said)
                .isZero();
        assertThat(said).contains("What was published is not in this file");
    }

    @Test
    void who_signed_the_entry_is_checked_where_somebody_speaks_for_that_key() throws IOException {
        assertThat(verify(proof(0, null))).isZero();
        assertThat(said).contains("No anchor speaks for the key of registers");

        var register = "XA-1/register=" + Anchor.fingerprint(TestCertificates.XB.certificate());
        assertThat(verify(proof(0, null), "--anchor", register)).as(said).isZero();
        assertThat(said).contains("signed by the key of registers of XA-1");

        var right = said(0, null);
        var forged = new PublicationProof(
                new SignedEntry(right.signed().entry(), entries.get(1).signature()),
                right.publication(),
                right.document(),
                right.key(),
                right.certificates(),
                right.register(),
                null);
        assertThat(verify(in(0, forged))).isEqualTo(1);
        assertThat(said).contains("not signed by the key of registers that this file names");
    }

    @Test
    void no_changed_character_holds() throws IOException {
        var register = "XA-1/register=" + Anchor.fingerprint(TestCertificates.XB.certificate());
        var right = proof(5, 4);
        assertThat(verify(right, "--since", earlier.toString(), "--anchor", register))
                .isZero();
        assertThat(said).doesNotContain("No anchor speaks for");
        var chance = new Random(166);
        for (int i = 0; i < 60; i++) {
            int at = chance.nextInt(right.length());
            char other = (char) chance.nextInt(0x21, 0x7f);
            if (right.charAt(at) == other) continue;
            var changed = new StringBuilder(right);
            changed.setCharAt(at, other);
            int code = verify(changed.toString(), "--since", earlier.toString(), "--anchor", register);
            // Another certificate than the one that was vouched for is said to be unknown; the head vouches for the
            // entry then.
            boolean unknown = said.contains("No anchor speaks for the key of registers");
            assertThat(code == 1 || code == 0 && unknown).as("%d: %s", at, said).isTrue();
        }
    }

    @Test
    void the_published_proof_holds() throws IOException {
        var vector = CanonicalJson.read(Files.readAllBytes(Vectors.FOLDER.resolve("feed.json")));
        if (System.getProperty("vectors.write") != null) write(vector);
        assertThat(run(
                        VECTOR.toString(),
                        "--anchor",
                        "XS-1/seal=" + print(vector, "seal"),
                        "--anchor",
                        "XS-1/register=" + print(vector, "register")))
                .as(said)
                .isZero();
        assertThat(said)
                .contains("Entry 3 of board treaty publishes subject XA", "What this file tells is what was published");
    }

    /** From the published feed alone: no key is needed to prove an entry of it. */
    private static void write(Map<String, Object> vector) throws IOException {
        var page = (List<?>) CanonicalJson.read(((String) vector.get("entries")).getBytes(UTF_8))
                .get("entries");
        var leaves = new ArrayList<byte[]>();
        for (var each : page) leaves.add(MerkleTree.leaf(signed(each).entry().json()));
        var third = (Map<?, ?>) page.get(2);
        var envelope = StrictReading.object("publication", third.get("publication"));
        var act = Digests.sha256(CanonicalJson.write(envelope));
        var body = (String) ((Map<?, ?>) vector.get("bodies")).get(act);
        var proof = new PublicationProof(
                signed(third),
                envelope,
                CanonicalJson.read(body.getBytes(UTF_8)),
                (String) vector.get("key"),
                List.of(StrictBase64.certificate("seal", vector.get("seal"))),
                List.of(StrictBase64.certificate("register", vector.get("register"))),
                null);
        var head = Note.read((String) vector.get("checkpoint"));
        Files.writeString(
                VECTOR, proof.in(head, 2, MerkleTree.inclusion(leaves, 2)).write());
    }

    private static SignedEntry signed(Object place) {
        return SignedEntry.read(CanonicalJson.write(StrictReading.object("signed", ((Map<?, ?>) place).get("signed"))));
    }

    private static String print(Map<String, Object> vector, String alias) {
        return Anchor.fingerprint(StrictBase64.certificate(alias, vector.get(alias)));
    }

    private void publish(String subject) {
        publish(subject, Map.entry("withdraws", false));
    }

    private void publish(String subject, Map.Entry<String, Object> other) {
        var envelope = new HashMap<String, Object>();
        envelope.put("format", "comity-publication/1");
        envelope.put("network", NETWORK);
        envelope.put("host", "XA-1");
        envelope.put("board", "treaty");
        envelope.put("audience", "public");
        envelope.put("kind", "treaty");
        envelope.put("subject", subject);
        envelope.put("time", NOON.toString());
        envelope.put("withdraws", false);
        envelope.put("body", Digests.sha256(CanonicalJson.write(document(subject))));
        envelope.put(other.getKey(), other.getValue());
        publications.add(envelope);
        var entry = new Entry(
                NETWORK,
                BoardId.of(NETWORK, "XA-1", "treaty", "public"),
                entries.size() + 1L,
                entries.isEmpty()
                        ? Entry.NOTHING_BEFORE
                        : entries.getLast().entry().hash(),
                Digests.sha256(CanonicalJson.write(envelope)),
                (String) envelope.get("body"),
                NOON,
                Entry.EFFECTIVE,
                "0".repeat(64));
        entries.add(new SignedEntry(entry, signature(entry)));
    }

    private static Map<String, Object> document(String subject) {
        return Map.of("salt", "0".repeat(32), "body", Map.of("title", subject));
    }

    /** XB's key stands for XA-1's key of registers: another one than its seal. */
    private static String signature(Entry entry) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(TestCertificates.XB.key());
            signature.update(entry.json());
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<byte[]> leaves() {
        return entries.stream().map(it -> MerkleTree.leaf(it.entry().json())).toList();
    }

    private Note head() {
        var root = HexFormat.of().formatHex(MerkleTree.root(leaves()));
        var head = new Checkpoint(log.key().name(), entries.size(), root);
        return Note.sign(new FeedCheckpoint(head, NOON.plusSeconds(3600)).text(), log);
    }

    private PublicationProof said(int k, @Nullable Integer since) {
        var seal = TestCertificates.XA;
        var key = NoteKey.ecdsa("XA-1", seal.certificate().getPublicKey());
        return new PublicationProof(
                entries.get(k),
                publications.get(k),
                document("S" + k),
                Note.sign(
                                new LogKeyNote("XA-1", log.key()).text(),
                                TestSigner.signer(key, "SHA256withECDSA", seal.key()))
                        .write(),
                List.of(seal.certificate()),
                List.of(TestCertificates.XB.certificate()),
                since == null ? null : new LineProof.Since(since, MerkleTree.consistency(leaves(), since)));
    }

    private static PublicationProof with(
            PublicationProof said, Map<String, Object> publication, @Nullable Map<String, Object> document) {
        return new PublicationProof(
                said.signed(), publication, document, said.key(), said.certificates(), said.register(), said.since());
    }

    private String proof(int k, @Nullable Integer since) {
        return in(k, said(k, since));
    }

    private String in(int k, PublicationProof said) {
        return said.in(head(), k, MerkleTree.inclusion(leaves(), k)).write();
    }

    private int verify(String proof, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of(
                Files.writeString(folder.resolve("entry.tlog-proof"), proof).toString(),
                "--anchor",
                "XA-1/seal=" + Anchor.fingerprint(TestCertificates.XA.certificate())));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, UTF_8);
        int code = Verify.run(arguments, print, print);
        said = out.toString(UTF_8);
        return code;
    }
}
