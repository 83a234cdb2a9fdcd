package org.comity.proof.verify;

import java.util.Map;
import java.util.Set;
import org.comity.proof.Malformed;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.Verdict.MissingPiece.Kind;
import org.comity.proof.feed.BoardId;
import org.comity.proof.feed.FeedCheckpoint;
import org.comity.proof.feed.FeedRefused;
import org.comity.proof.feed.PublicationProof;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.StrictReading;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.LogProof;
import org.comity.proof.log.Note;
import org.comity.proof.log.NoteKey;
import org.comity.proof.register.Entry;
import org.comity.proof.seal.CertificateChain;
import org.comity.proof.tree.MerkleTree;
import org.jspecify.annotations.Nullable;

/** Checks that a host published this on one of its boards: one entry against the head that the host signed, without the others. */
final class CheckingPublication {

    private static final Set<String> ENVELOPE =
            Set.of("format", "network", "host", "board", "audience", "kind", "subject", "time", "withdraws", "body");

    private static final String FORMAT = "comity-publication/1";

    private final GivenTrust trust;
    private final byte @Nullable [] earlier;
    private final Checks checks;

    CheckingPublication(GivenTrust trust, byte @Nullable [] earlier, Checks checks) {
        this.trust = trust;
        this.earlier = earlier;
        this.checks = checks;
    }

    void check(NoteKey key, PublicationProof said, LogProof proof) {
        var envelope = said.publication();
        StrictReading.only(envelope, ENVELOPE);
        if (!FORMAT.equals(envelope.get("format"))) throw new Malformed("field", "format");
        if (!(envelope.get("withdraws") instanceof Boolean withdraws)) throw new Malformed("field", "withdraws");
        var host = text(envelope, "host");
        var audience = text(envelope, "audience");
        var signed = head(proof.checkpoint());
        var head = signed.head();
        var origin = LogKeyNote.origin(host, "feed." + audience);
        checks.want(
                "checkpoint",
                key.name().equals(origin)
                        && head.origin().equals(origin)
                        && proof.checkpoint().signedBy(key),
                "%s signed the head of its feed for %s: %d entries, root %s, until %s."
                        .formatted(host, audience, head.size(), head.root(), signed.until()),
                "The head is not signed by the key of this feed of %s.".formatted(host));
        publication(said.signed().entry(), envelope, withdraws);
        body(said, text(envelope, "body"));
        inclusion(said.signed().entry(), proof, head);
        signature(said, host);
        continues(key, said.since(), head);
        checks.notChecked(
                "standing",
                "Whether it still stands is not shown here: a later entry may have replaced or withdrawn it. The board says it.");
    }

    /** With its fourth line: when a newer one was due. */
    private static FeedCheckpoint head(Note note) {
        try {
            return FeedCheckpoint.read(note.text());
        } catch (FeedRefused e) {
            throw new Malformed(e.code(), "until");
        }
    }

    private void publication(Entry entry, Map<String, Object> envelope, boolean withdraws) {
        var thread = BoardId.of(
                text(envelope, "network"), text(envelope, "host"), text(envelope, "board"), text(envelope, "audience"));
        checks.want(
                "publication",
                entry.network().equals(envelope.get("network"))
                        && entry.thread().equals(thread)
                        && entry.act().equals(Digests.sha256(CanonicalJson.write(envelope)))
                        && entry.container().equals(envelope.get("body"))
                        && entry.time().toString().equals(envelope.get("time"))
                        && entry.effective(),
                "Entry %d of board %s %s subject %s, %s."
                        .formatted(
                                entry.n(),
                                text(envelope, "board"),
                                withdraws ? "withdraws" : "publishes",
                                text(envelope, "subject"),
                                entry.time()),
                "The entry does not belong to this publication.");
    }

    private void body(PublicationProof said, String hash) {
        var document = said.document();
        if (document == null) {
            checks.notChecked("body", "What was published is not in this file; its hash is %s.".formatted(hash));
            return;
        }
        checks.want(
                "body",
                Digests.sha256(CanonicalJson.write(document)).equals(hash),
                "What this file tells is what was published.",
                "What this file tells is not what was published.");
    }

    private void inclusion(Entry entry, LogProof proof, Checkpoint head) {
        checks.want(
                "inclusion",
                MerkleTree.includes(
                        head.rootBytes(), head.size(), MerkleTree.leaf(entry.json()), proof.index(), proof.path()),
                "It is entry %d of the feed under this head.".formatted(proof.index() + 1),
                "The entry, as it is written here, is not under this head.");
    }

    /** The head says the same of it; a register key that nobody vouches for leaves it at that. */
    private void signature(PublicationProof said, String host) {
        var signer = said.register().getFirst();
        boolean known = CertificateChain.from(
                                signer, said.register(), trust.keeping(host).and(trust.keepingForAnybody()))
                        .isPresent()
                || trust.register(said.signed().entry().network(), host, signer);
        boolean holds = said.signed().signedBy(signer.getPublicKey());
        if (holds && !known) {
            checks.notChecked(
                    "entry-signature",
                    "No anchor speaks for the key of registers that signed the entry; the head vouches for it.",
                    GivenTrust.missing(host, GivenTrust.Use.REGISTER));
            return;
        }
        checks.want(
                "entry-signature",
                holds,
                "The entry is signed by the key of registers of %s.".formatted(host),
                "The entry is not signed by the key of registers that this file names.");
    }

    private void continues(NoteKey key, LineProof.@Nullable Since since, Checkpoint head) {
        if (earlier == null) {
            checks.notChecked(
                    "consistency",
                    "No earlier head was given, so a feed begun anew, or another one shown to others, would not show.",
                    MissingPiece.of(Kind.EARLIER_STATE));
            return;
        }
        var note = CheckingLog.isProof(earlier) ? LogProof.read(earlier).checkpoint() : Note.read(earlier);
        var before = Checkpoint.read(note.text());
        if (!checks.want(
                "earlier-checkpoint",
                before.origin().equals(key.name()) && note.signedBy(key),
                "The earlier head, of %d entries, is of the same feed.".formatted(before.size()),
                "The earlier head is not signed by this feed's key.")) {
            return;
        }
        if (before.size() < head.size() && (since == null || since.size() != before.size())) {
            checks.want(
                    "consistency",
                    false,
                    "",
                    "This file does not show that the feed continues its %d entries; ask for a proof since %d."
                            .formatted(before.size(), before.size()));
            return;
        }
        checks.want(
                "consistency",
                LineProof.Since.continues(since, before, head),
                "The feed still holds the %d entries of the earlier head, unchanged.".formatted(before.size()),
                "The feed does not continue the %d entries of the earlier head: the host showed two faces, or this file is the older one."
                        .formatted(before.size()));
    }

    private static String text(Map<String, Object> envelope, String member) {
        if (envelope.get(member) instanceof String text) return text;
        throw new Malformed("field", member);
    }
}
