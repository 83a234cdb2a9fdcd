package org.comity.proof.verify;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Check;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.Verdict.Outcome;
import org.comity.proof.act.Envelope;
import org.comity.proof.register.CheckingJoint;
import org.comity.proof.register.Entry;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.CertificateChain;
import org.jspecify.annotations.Nullable;

/** Checks that each entry was signed by whoever keeps the register, with a key that may sign registers (R35, R74). */
final class CheckingKeepers {

    private final GivenTrust trust;
    private final Collection<X509Certificate> signers;
    private final Checks checks;

    /** @param signers of the acts in the bundle: a key that seals acts signs no register */
    CheckingKeepers(String subject, GivenTrust trust, Collection<X509Certificate> signers) {
        this.checks = new Checks(subject);
        this.trust = trust;
        this.signers = signers;
    }

    /**
     * @param opening the act of entry 1, if it is here
     * @param joint who kept it when, of a joint thread
     */
    List<Check> check(
            ThreadBundle.Head head,
            List<Entry> entries,
            @Nullable Envelope opening,
            @Nullable CheckingJoint joint,
            GivenRevocations revocations) {
        if (joint != null) joint.keepers(checks, head);
        else if (!entries.isEmpty()) party(head, opening);
        var byKeeper = entries.stream()
                .collect(Collectors.groupingBy(it -> head.at(it.n()).from()));
        for (Keeper each : head.keepers()) {
            var signed = byKeeper.getOrDefault(each.from(), List.of());
            keeper(head.network(), each, signed);
            if (signed.isEmpty() && each.from() > 1) {
                checks.want(
                        "keeper-from",
                        false,
                        "",
                        "Entry %d, the first one under certificate %s, is not here."
                                .formatted(each.from(), Anchor.fingerprint(each.certificate())));
            }
            if (!signed.isEmpty()) {
                // Its times are the keeper's own words, signed by the key that was revoked.
                revocations.check(
                        checks, trust.entries(), head.network(), each.participant(), each.certificate(), null);
            }
        }
        return checks.all();
    }

    private void party(ThreadBundle.Head head, @Nullable Envelope opening) {
        if (opening == null) {
            checks.want("keeper-party", false, "", "Without the opening act nobody can say who keeps this register.");
            return;
        }
        var keeper = opening.keeper();
        checks.want(
                "keeper-party",
                head.keepers().stream().allMatch(it -> it.participant().equals(keeper)),
                "%s keeps the register, by the opening act.".formatted(keeper),
                "By the opening act %s keeps the register, and nobody else.".formatted(keeper));
        if (keeper.equals(opening.author())) {
            checks.notChecked(
                    Verdict.ALONE,
                    "The opening act was not carried by nodes, so its author keeps the register: its entries are %s's word alone."
                            .formatted(keeper));
        }
    }

    private void keeper(String network, Keeper keeper, List<Entry> signed) {
        var said = "From entry %d on the register is kept by %s with certificate %s"
                .formatted(keeper.from(), keeper.participant(), Anchor.fingerprint(keeper.certificate()));
        var chain = counts(checks, "keeper", said, network, keeper.participant(), keeper.certificate());
        for (Entry each : signed) {
            if (chain.isPresent() && !validAt(chain.get(), network, keeper, each.time())) {
                checks.want(
                        "keeper-validity",
                        false,
                        "",
                        "The keeper's certificate was not valid, or not in force, at %s (entry %d)."
                                .formatted(each.time(), each.n()));
            }
        }
    }

    private boolean validAt(CertificateChain chain, String network, Keeper keeper, Instant time) {
        var certificate = keeper.certificate();
        boolean byAnchor = CertificateChain.from(certificate, List.of(), trust.keeping(keeper.participant()))
                .isPresent();
        boolean byEntry = trust.register(network, keeper.participant(), certificate);
        return chain.validAt(time)
                && (byAnchor || !byEntry || trust.register(network, keeper.participant(), certificate, time));
    }

    /**
     * Whether this certificate may sign registers, and what a participant says of its bags, in its name.
     *
     * @param code under which it is said
     * @return the way to what the user trusts, if there is one; tied to the participant or not
     */
    Optional<CertificateChain> counts(
            Checks into, String code, String said, String network, String participant, X509Certificate certificate) {
        if (trust.seals(certificate, signers)) {
            into.want(
                    "keeper-key",
                    false,
                    "",
                    "%s, a key that seals acts; such a key signs no register.".formatted(said));
        }
        if (trust.register(network, participant, certificate)) {
            into.want(code, true, said + "; a given directory entry names it.", "");
            return Optional.of(new CertificateChain(certificate, List.of()));
        }
        var tied = CertificateChain.from(certificate, List.of(), trust.keeping(participant));
        if (tied.isPresent()) {
            into.want(code, true, "%s; it leads to an anchor given for %s.".formatted(said, participant), "");
            return tied;
        }
        if (trust.saysNothing(network, participant, GivenTrust.Use.REGISTER, certificate, List.of())) {
            into.notChecked(
                    code,
                    said + ". " + GivenTrust.notGiven(participant, GivenTrust.Use.REGISTER),
                    GivenTrust.missing(participant, GivenTrust.Use.REGISTER));
            return Optional.empty();
        }
        var untied = CertificateChain.from(certificate, List.of(), trust.keepingForAnybody());
        if (untied.isPresent()) {
            into.notChecked(
                    code,
                    said
                            + ". It leads to an anchor that is tied to nobody: anybody under it could have kept this register.",
                    GivenTrust.missing(participant, GivenTrust.Use.REGISTER));
        } else {
            into.add(code, Outcome.FAILED, said + "; it leads to no given anchor.");
        }
        return untied;
    }
}
