package org.comity.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.LogProof;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.log.NoteSigner;
import org.comity.proof.log.TestSigner;
import org.comity.proof.tree.Tree;
import org.jspecify.annotations.Nullable;

/** A log of made-up lines, kept by XA-1. */
final class TestLog {

    final List<LogLine> lines = new ArrayList<>();
    TestCertificates seal = TestCertificates.XA;
    NoteSigner signer = TestSigner.ed25519("comity/XA-1/domestic");

    void grow(int count) {
        for (int i = 0; i < count; i++) add("thread-" + (lines.size() + 1));
    }

    void add(String subject) {
        long n = lines.size() + 1L;
        var salt = "%032x".formatted(n);
        var facts = Map.of("pages", Long.toString(n));
        lines.add(new LogLine(
                lines.isEmpty() ? LogLine.NOTHING_BEFORE : lines.getLast().hash(),
                n,
                Instant.parse("2027-03-01T12:00:00Z").plusSeconds(n),
                "thread.read",
                "o-1",
                subject,
                facts,
                salt,
                LogLine.commitment(salt, "o-1", subject, facts).sha256()));
    }

    String checkpoint() {
        return head().write();
    }

    private Note head() {
        var root = java.util.HexFormat.of().formatHex(Tree.root(leaves()));
        return Note.sign(new Checkpoint(signer.key().name(), lines.size(), root).text(), signer);
    }

    String proof(int n, @Nullable Integer since) {
        return said(n, since).in(head(), Tree.inclusion(leaves(), n - 1)).write();
    }

    LogProof of(LogLine other, int n) {
        return new LineProof(other, certification(), List.of(seal.certificate()), null)
                .in(head(), Tree.inclusion(leaves(), n - 1));
    }

    private LineProof said(int n, @Nullable Integer since) {
        return new LineProof(
                lines.get(n - 1),
                certification(),
                List.of(seal.certificate()),
                since == null ? null : new LineProof.Since(since, Tree.consistency(leaves(), since)));
    }

    private String certification() {
        var key = NoteKey.ecdsa("XA-1", seal.certificate().getPublicKey());
        return Note.sign(
                        new LogKeyNote("XA-1", signer.key()).text(),
                        TestSigner.signer(key, "SHA256withECDSA", seal.key()))
                .write();
    }

    private List<byte[]> leaves() {
        return lines.stream().map(LogLine::leaf).toList();
    }
}
