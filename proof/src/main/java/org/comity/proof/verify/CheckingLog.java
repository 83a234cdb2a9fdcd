package org.comity.proof.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.Verdict.MissingPiece.Kind;
import org.comity.proof.feed.PublicationProof;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogEpoch;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.LogLine;
import org.comity.proof.log.LogProof;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.log.UnreadableNote;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.CertificateChain;
import org.comity.proof.tree.MerkleTree;
import org.jspecify.annotations.Nullable;

/** Checks that a log holds a line, or a feed a publication, and that it continues what it said earlier. */
final class CheckingLog {

    private final GivenTrust trust;
    private final byte @Nullable [] earlier;

    /** @param earlier a checkpoint, or a proof that ends in one, kept from before; null if there is none */
    CheckingLog(GivenTrust trust, byte @Nullable [] earlier) {
        this.trust = trust;
        this.earlier = earlier;
    }

    static boolean isProof(Path path) throws IOException {
        if (!Files.isRegularFile(path)) return false;
        try (var in = Files.newInputStream(path)) {
            return isProof(in.readNBytes(LogProof.FIRST_LINE.length()));
        }
    }

    static boolean isProof(byte[] bytes) {
        return new String(bytes, UTF_8).startsWith(LogProof.FIRST_LINE);
    }

    static byte[] bytes(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return in.readNBytes(LogProof.LARGEST + 1);
        }
    }

    Verdict check(String name, byte[] bytes) {
        try {
            var proof = LogProof.read(bytes);
            var checks = new Checks(name);
            var seal = PublicationProof.isIn(proof) ? publication(checks, proof) : line(checks, proof);
            checks.notChecked(
                    "revocation", "A checkpoint has no date: whether a certificate was in force is not checked.");
            return new Verdict(checks.all(), null, Anchor.fingerprint(seal), null);
        } catch (Malformed e) {
            return Verdict.refused(name, e);
        } catch (UnreadableNote e) {
            return Verdict.refused(name, new Malformed(e.code(), String.valueOf(e.getMessage())));
        }
    }

    /** @return the certificate of the seal key that vouches for it */
    private X509Certificate line(Checks checks, LogProof proof) {
        var said = LineProof.read(proof);
        var checkpoint = Checkpoint.read(proof.checkpoint().text());
        var key = key(checks, said.key(), said.certificates());
        signed(checks, key, proof.checkpoint(), checkpoint);
        line(checks, said.line(), proof, checkpoint);
        var epochs = new CheckingEpochs(checks, checkpoint);
        epochs.check(said.epochs());
        continues(checks, key, epochs, said.since(), checkpoint);
        return said.certificates().getFirst();
    }

    private X509Certificate publication(Checks checks, LogProof proof) {
        var said = PublicationProof.read(proof);
        var key = key(checks, said.key(), said.certificates());
        new CheckingPublication(trust, earlier, checks).check(key, said, proof);
        return said.certificates().getFirst();
    }

    private NoteKey key(Checks checks, String certification, List<X509Certificate> certificates) {
        var note = Note.read(certification);
        var certified = LogKeyNote.read(note);
        var seal = certificates.getFirst();
        anchor(checks, certified.participant(), certificates);
        checks.want(
                "log-key",
                LogKeyNote.certifies(note, certified.participant(), seal.getPublicKey()),
                "It certifies the key of the log %s.".formatted(certified.key().name()),
                "It did not certify the key of the log %s."
                        .formatted(certified.key().name()));
        return certified.key();
    }

    private void anchor(Checks checks, String participant, List<X509Certificate> certificates) {
        var seal = certificates.getFirst();
        boolean leads = CertificateChain.from(seal, certificates, trust.sealing(null, participant))
                .isPresent();
        if (trust.saysNothing(null, participant, GivenTrust.Use.SEAL, seal, certificates)) {
            checks.notChecked(
                    Verdict.ANCHOR,
                    GivenTrust.notGiven(participant, GivenTrust.Use.SEAL),
                    GivenTrust.missing(participant, GivenTrust.Use.SEAL));
            return;
        }
        checks.want(
                Verdict.ANCHOR,
                leads,
                "The certificate %s of %s leads to a given anchor.".formatted(Anchor.fingerprint(seal), participant),
                "The certificate %s of %s leads to no given anchor.".formatted(Anchor.fingerprint(seal), participant));
    }

    private static void signed(Checks checks, NoteKey key, Note note, Checkpoint checkpoint) {
        checks.want(
                "checkpoint",
                checkpoint.origin().equals(key.name()) && note.signedBy(key),
                "The log signed its tree of %d lines with root %s.".formatted(checkpoint.size(), checkpoint.root()),
                "The checkpoint is not signed by the log's key.");
    }

    private static void line(Checks checks, LogLine line, LogProof proof, Checkpoint checkpoint) {
        checks.want(
                "line-commitment",
                line.opens(),
                "Line %d commits to what is written here.".formatted(line.n()),
                "Line %d commits to something else than is written here.".formatted(line.n()));
        checks.want(
                "inclusion",
                proof.index() == line.n() - 1
                        && MerkleTree.includes(
                                checkpoint.rootBytes(), checkpoint.size(), line.leaf(), proof.index(), proof.path()),
                "Line %d (%s, %s) is in the tree.".formatted(line.n(), line.time(), line.what()),
                "Line %d, as it is written here, is not in the tree.".formatted(line.n()));
    }

    private void continues(
            Checks checks, NoteKey key, CheckingEpochs epochs, LineProof.@Nullable Since since, Checkpoint checkpoint) {
        if (earlier == null) {
            checks.notChecked(
                    "consistency",
                    "No earlier checkpoint was given, so a log begun anew would not show.",
                    MissingPiece.of(Kind.EARLIER_STATE));
            return;
        }
        var note = isProof(earlier) ? LogProof.read(earlier).checkpoint() : Note.read(earlier);
        var before = Checkpoint.read(note.text());
        if (!checks.want(
                "earlier-checkpoint",
                LogEpoch.first(before.origin()).equals(LogEpoch.first(key.name()))
                        && note.signedBy(key.under(before.origin())),
                "The earlier checkpoint, of %d lines, is of the same log.".formatted(before.size()),
                "The earlier checkpoint is not signed by this log's key.")) {
            return;
        }
        var known = epochs.known(before.origin());
        if (known.isEmpty() || before.size() > known.get()) {
            lost(checks, known, before);
        } else if (before.size() > checkpoint.size()) {
            checks.want(
                    "consistency",
                    false,
                    "",
                    "The log had %d lines and now has %d: it was rolled back, or this file is the older one."
                            .formatted(before.size(), checkpoint.size()));
        } else if (before.size() < checkpoint.size() && (since == null || since.size() != before.size())) {
            checks.want(
                    "consistency",
                    false,
                    "",
                    "This file does not show that the log continues its %d lines; ask for a proof since %d."
                            .formatted(before.size(), before.size()));
        } else {
            continues(checks, since, before, checkpoint);
        }
    }

    private static void lost(Checks checks, Optional<Long> known, Checkpoint before) {
        checks.want(
                "epoch-lost",
                false,
                "",
                known.map(it -> "Of the %d lines of the earlier checkpoint those from %d on were lost before a restore."
                                .formatted(before.size(), it + 1))
                        .orElse("The earlier checkpoint is of %s, an epoch that the log does not know any more."
                                .formatted(before.origin())));
    }

    private static void continues(
            Checks checks, LineProof.@Nullable Since since, Checkpoint before, Checkpoint checkpoint) {
        checks.want(
                "consistency",
                LineProof.Since.continues(since, before, checkpoint),
                "The log still holds the %d lines of the earlier checkpoint, unchanged.".formatted(before.size()),
                "The log does not continue its first %d lines: some were changed, taken out or put in between."
                        .formatted(before.size()));
    }
}
