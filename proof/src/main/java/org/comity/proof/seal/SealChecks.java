package org.comity.proof.seal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.comity.proof.Verdict;
import org.comity.proof.Verdict.Checks;
import org.comity.proof.act.Act;
import org.comity.proof.form.Digests;
import org.jspecify.annotations.Nullable;

/** Makes the checks on a container's seal, each named. */
record SealChecks(Act act, Manifest manifest, Cades signature) {

    Verdict verify(Map<String, byte[]> files, Anchor anchor, Anchor stampAuthorities, @Nullable Instant at) {
        var checks = new Checks("act " + act.id());
        checks.want("act", true, form(), "");
        var astray = astray(files);
        checks.want(
                "manifest",
                astray.isEmpty(),
                "All %d files are those that the manifest lists.".formatted(files.size()),
                "Not as the manifest lists them: %s.".formatted(String.join(", ", astray)));
        checks.want(
                "signature",
                signature.verifies(),
                "The signature over the manifest is right (ECDSA P-256, SHA-256).",
                "The signature over the manifest is not right.");
        checks.want(
                "certificate-reference",
                signature.namesItsCertificate(),
                "The signature names its certificate.",
                "The signature does not name its certificate (signing-certificate-v2).");
        checks.want(
                "certificate-use",
                signature.mayBeUsedToSign(),
                "The certificate may be used to sign.",
                "The certificate may not be used to sign.");
        var stamped = stamp(checks, stampAuthorities);
        trust(checks, anchor, stamped, at);
        checks.notChecked(
                "rendering",
                "act.pdf is what its author made for reading; whether it says the same as act.json was not checked. act.json governs.");
        checks.notChecked("revocation", "Whether the certificate was revoked is for the directory to say.");
        return new Verdict(checks.all(), act.id(), Anchor.fingerprint(signature.certificate()), stamped);
    }

    private String form() {
        var envelope = act.envelope();
        return "%s by %s to %s, dated %s by its author%s; act, approvals and attachments have the form of the protocol."
                .formatted(
                        envelope.type(),
                        envelope.author(),
                        envelope.addressee(),
                        envelope.time(),
                        envelope.drill() ? ", a drill" : "");
    }

    /** Files that are changed, not listed, or listed and not there. */
    private Set<String> astray(Map<String, byte[]> files) {
        var all = new TreeSet<>(manifest.digests().keySet());
        all.addAll(files.keySet());
        all.removeIf(it -> files.containsKey(it)
                && Digests.sha256(files.get(it)).equals(manifest.digests().get(it)));
        return all;
    }

    private @Nullable Instant stamp(Checks checks, Anchor authorities) {
        var token = signature.stamp();
        if (token.isEmpty()) {
            checks.notChecked("stamp", "The container carries no time stamp.");
            return null;
        }
        return switch (TimeStamp.check(token.get(), signature.value(), authorities)) {
            case TimeStamp.Result.Verified(var time, var why) -> {
                checks.want("stamp", true, why, "");
                checks.notChecked(
                        "stamp-revocation",
                        "Whether the certificate of the time stamp was revoked is for its authority to say.");
                yield time;
            }
            case TimeStamp.Result.NotTrusted(var time, var why) -> {
                checks.notChecked("stamp", why);
                yield null;
            }
            case TimeStamp.Result.Wrong(var why) -> {
                checks.want("stamp", false, "", why);
                yield null;
            }
        };
    }

    private void trust(Checks checks, Anchor anchor, @Nullable Instant stamped, @Nullable Instant at) {
        var certificate = signature.certificate();
        String who = certificate.getSubjectX500Principal().getName();
        var chain = CertificateChain.from(certificate, signature.certificates(), anchor);
        checks.want(
                Verdict.ANCHOR,
                chain.isPresent(),
                "Signed by %s, certificate %s; it leads to a given anchor."
                        .formatted(who, Anchor.fingerprint(certificate)),
                "Signed by %s, certificate %s; it leads to no given anchor."
                        .formatted(who, Anchor.fingerprint(certificate)));
        Instant when = stamped != null ? stamped : at != null ? at : signature.claimedTime();
        if (chain.isEmpty()) {
            checks.notChecked("validity", "Without an anchor the certificate's validity means nothing.");
        } else if (when == null || !chain.get().validAt(when)) {
            checks.want("validity", false, "", "The certificate was not valid at %s.".formatted(when));
        } else if (stamped == null && at == null) {
            checks.notChecked("validity", "Valid at %s, but only the signer's own clock says so.".formatted(when));
        } else {
            checks.want("validity", true, "The certificate was valid at %s.".formatted(when), "");
        }
    }
}
