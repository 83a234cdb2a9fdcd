package org.comity.proof.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.MissingPiece;
import org.comity.proof.Verdict.MissingPiece.Kind;
import org.comity.proof.Verdict.Outcome;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.CertificateChain;
import org.comity.proof.seal.Container;
import org.jspecify.annotations.Nullable;

/**
 * Holds whom the user trusts, from elsewhere than the bundle: anchors, some tied to a participant ({@code XA-1=…}) or to one use of its keys ({@code XA-1/register=…}), and direct keys.
 *
 * <p>An anchor tied to a participant speaks for this participant alone. One that is not tied speaks for all, so it cannot
 * show which of them signed; the verdict then says so.
 */
final class GivenTrust {

    /** What an anchor vouches for; without a use, for seals and for registers. */
    enum Use {
        SEAL,
        REGISTER
    }

    private record Given(
            @Nullable String participant, @Nullable Use use, Anchor anchor) {
        boolean of(Use other) {
            return use == null || use == other;
        }
    }

    private final List<Given> all = new ArrayList<>();
    private Anchor stampAuthorities = Anchor.NONE;
    private DirectoryEntries entries = DirectoryEntries.NONE;
    private boolean anchorsFirst;

    void add(@Nullable String participant, Anchor anchor) {
        add(participant, null, anchor);
    }

    void add(@Nullable String participant, @Nullable Use use, Anchor anchor) {
        all.add(new Given(participant, use, anchor));
    }

    /** From now on no entry speaks for a use of a participant's keys to which an anchor is tied. */
    void anchorsFirst() {
        anchorsFirst = true;
    }

    /** Whether entries may say which key is this participant's. */
    private boolean byEntries(String participant, Use use) {
        return !anchorsFirst
                || anchors(it -> participant.equals(it.participant()), use).isEmpty();
    }

    void addStampAuthority(Anchor anchor) {
        stampAuthorities = stampAuthorities.and(anchor);
    }

    void addEntries(DirectoryEntries more) {
        entries = entries.and(more);
    }

    boolean isEmpty() {
        return all.isEmpty() && entries.isEmpty();
    }

    Anchor stampAuthorities() {
        return stampAuthorities;
    }

    DirectoryEntries entries() {
        return entries;
    }

    /** What may seal for this participant in this network, null for any. */
    Anchor sealing(@Nullable String network, String participant) {
        return sealing(network, participant, Instant.MIN);
    }

    /** The same, without the seals of entries that were replaced by then. */
    private Anchor sealing(@Nullable String network, String participant, Instant at) {
        return anchors(it -> it.participant() == null || it.participant().equals(participant), Use.SEAL)
                .and(seals(network, participant, at));
    }

    private Anchor seals(@Nullable String network, String participant, Instant at) {
        return byEntries(participant, Use.SEAL) ? entries.seals(network, participant, at) : Anchor.NONE;
    }

    /** Whether an entry of this participant's that counts names it as its register certificate. */
    boolean register(String network, String participant, X509Certificate certificate) {
        return byEntries(participant, Use.REGISTER) && entries.register(network, participant, certificate);
    }

    /** The same, of an entry that was not replaced by then. */
    boolean register(String network, String participant, X509Certificate certificate, Instant at) {
        return byEntries(participant, Use.REGISTER) && entries.register(network, participant, certificate, at);
    }

    private static String network(Container container) {
        return container.act().envelope().network();
    }

    /** What can keep registers for this participant and for nobody else. */
    Anchor keeping(String participant) {
        return anchors(it -> participant.equals(it.participant()), Use.REGISTER);
    }

    /** What may keep registers for anybody. */
    Anchor keepingForAnybody() {
        return anchors(it -> it.participant() == null, Use.REGISTER);
    }

    /**
     * Whether a certificate cannot be judged by what was given: nothing speaks for this use of the participant's keys, neither
     * for it nor for anybody, and nothing says that the certificate is another's or for another use.
     *
     * @param others in which its issuers may be found
     */
    boolean saysNothing(
            @Nullable String network,
            String participant,
            Use use,
            X509Certificate certificate,
            Collection<X509Certificate> others) {
        boolean speaks =
                !anchors(it -> it.participant() == null || it.participant().equals(participant), use)
                                .isEmpty()
                        || entries.name(network, participant);
        var all = this.all.stream().map(Given::anchor).reduce(Anchor.NONE, Anchor::and);
        return !speaks
                && !entries.names(certificate)
                && CertificateChain.from(certificate, others, all).isEmpty();
    }

    /** That a fingerprint is missing; {@link #missing} says which. */
    static String notGiven(String participant, Use use) {
        return "No fingerprint was given of the %s certificate of %s, so whether this is its was not checked."
                .formatted(use.name().toLowerCase(Locale.ROOT), participant);
    }

    static MissingPiece missing(String participant, Use use) {
        return new MissingPiece(use == Use.SEAL ? Kind.SEAL : Kind.REGISTER, participant);
    }

    private Anchor anchors(Predicate<Given> those, Use use) {
        return all.stream()
                .filter(those.and(it -> it.of(use)))
                .map(Given::anchor)
                .reduce(Anchor.NONE, Anchor::and);
    }

    /** Whether this key seals acts: by what the user gave, or because it did so among these. */
    boolean seals(X509Certificate certificate, Collection<X509Certificate> signers) {
        PublicKey key = certificate.getPublicKey();
        return signers.stream().anyMatch(it -> it.getPublicKey().equals(key))
                || all.stream()
                        .anyMatch(it -> it.use() == Use.SEAL && it.anchor().trusts(certificate))
                || entries.seal(key);
    }

    /** Says so if only an entry speaks for the seal that was replaced before the act counts. */
    void inForce(Verdict.Checks checks, String participant, Container container, Instant at) {
        var network = network(container);
        if (speaks(sealing(network, participant), container) && !speaks(sealing(network, participant, at), container)) {
            checks.add(
                    "validity",
                    Outcome.FAILED,
                    "The entry of %s that names this seal was replaced more than seven days before %s; the certificate is %s."
                            .formatted(participant, at, Anchor.fingerprint(container.signer())),
                    new MissingPiece(Kind.REPLACED_SEAL, participant));
        }
    }

    private static boolean speaks(Anchor anchor, Container container) {
        return CertificateChain.from(container.signer(), container.certificates(), anchor)
                .isPresent();
    }

    /** Says whether the signer is the named participant, or why that cannot be said. */
    void author(Verdict.Checks checks, String participant, Container container) {
        var anchored = anchors(it -> participant.equals(it.participant()), Use.SEAL);
        var tied = anchored.and(seals(network(container), participant, Instant.MIN));
        if (tied.isEmpty()) {
            checks.notChecked(
                    Verdict.AUTHOR,
                    "No anchor is tied to %s, so anybody under an anchor could have sealed this in its name."
                            .formatted(participant),
                    missing(participant, Use.SEAL));
            return;
        }
        checks.want(
                Verdict.AUTHOR,
                speaks(tied, container),
                "The signer is %s, by %s."
                        .formatted(
                                participant,
                                speaks(anchored, container) ? "the anchor given for it" : "its directory entry"),
                "The act names %s as its author, and %s does not speak for the signer."
                        .formatted(
                                participant, anchored.isEmpty() ? "its directory entry" : "the anchor given for it"));
    }
}
