package org.comity.proof.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.tree.MerkleTree;
import org.jspecify.annotations.Nullable;

/** A log of made-up lines, kept by XA-1. */
public final class TestLog {

    public final List<LogLine> lines = new ArrayList<>();
    public final List<Integer> opened = new ArrayList<>();
    public TestCertificates seal = TestCertificates.XA;
    public NoteSigner signer = TestSigner.ed25519("comity/XA-1/domestic");

    public void grow(int count) {
        for (int i = 0; i < count; i++) add("thread-" + (lines.size() + 1));
    }

    public void add(String subject) {
        add("thread.read", subject, Map.of("pages", Long.toString(lines.size() + 1L)));
    }

    /** A log that came back with so many lines, and was begun anew under an origin of its own. */
    public TestLog restored(int size, String origin, @Nullable Long lost) {
        var log = new TestLog();
        log.seal = seal;
        log.lines.addAll(lines.subList(0, size));
        log.opened.addAll(opened);
        log.signer = TestSigner.under(signer, origin);
        var root = HexFormat.of().formatHex(MerkleTree.root(log.leaves()));
        log.grow(2);
        log.add(LogEpoch.OPENED, origin, new LogEpoch(origin, signer.key().name(), size, root, lost).facts());
        log.opened.add(log.lines.size());
        return log;
    }

    private List<LineProof.Opening> openings() {
        return opened.stream()
                .map(it -> new LineProof.Opening(lines.get(it - 1), MerkleTree.inclusion(leaves(), it - 1)))
                .toList();
    }

    private void add(String what, String subject, Map<String, String> facts) {
        long n = lines.size() + 1L;
        var salt = "%032x".formatted(n);
        lines.add(new LogLine(
                lines.isEmpty() ? LogLine.NOTHING_BEFORE : lines.getLast().hash(),
                n,
                Instant.parse("2027-03-01T12:00:00Z").plusSeconds(n),
                what,
                "o-1",
                subject,
                facts,
                salt,
                LogLine.commitment(salt, "o-1", subject, facts).sha256()));
    }

    public String checkpoint() {
        return head().write();
    }

    private Note head() {
        var root = HexFormat.of().formatHex(MerkleTree.root(leaves()));
        return Note.sign(new Checkpoint(signer.key().name(), lines.size(), root).text(), signer);
    }

    public String proof(int n, @Nullable Integer since) {
        return said(n, since).in(head(), MerkleTree.inclusion(leaves(), n - 1)).write();
    }

    public LogProof of(LogLine other, int n) {
        return new LineProof(other, certification(), List.of(seal.certificate()), null, openings())
                .in(head(), MerkleTree.inclusion(leaves(), n - 1));
    }

    private LineProof said(int n, @Nullable Integer since) {
        return new LineProof(
                lines.get(n - 1),
                certification(),
                List.of(seal.certificate()),
                since == null ? null : new LineProof.Since(since, MerkleTree.consistency(leaves(), since)),
                openings());
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
