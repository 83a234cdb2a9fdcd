package org.comity.proof.seal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.comity.proof.form.DerBounds;
import org.comity.proof.form.SignatureStrength;

/** Verifies an RFC 3161 time stamp over a signature value. */
final class TimeStamp {

    private static final Map<String, String> DIGESTS = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");

    /** What a stamp shows; {@code why} says it in a sentence. */
    sealed interface Result {
        record Verified(Instant time, String why) implements Result {}

        record NotTrusted(Instant time, String why) implements Result {}

        record Wrong(String why) implements Result {}
    }

    private TimeStamp() {}

    static Result check(byte[] token, byte[] signature, Anchor authorities) {
        try {
            var signed = new CMSSignedData(token);
            if (!(signed.getSignedContent().getContent() instanceof byte[] info) || !DerBounds.bounded(info)) {
                return new Result.Wrong("The time stamp cannot be read.");
            }
            var stamp = new TimeStampToken(signed);
            if (!signed.toASN1Structure().getContentType().equals(CMSObjectIdentifiers.signedData)
                    || !covers(stamp, signature)) {
                return new Result.Wrong("The time stamp is over something else than this signature.");
            }
            var embedded = Cades.certificates(stamp.getCertificates().getMatches(null));
            var signers = signers(stamp, Stream.concat(embedded.stream(), authorities.certificates().stream()));
            if (signers.isEmpty()) {
                return authorities.isEmpty()
                        ? new Result.NotTrusted(time(stamp), "No certificate of its authority was given.")
                        : new Result.Wrong("The time stamp is not by a given authority.");
            }
            if (!SignatureStrength.isTried(signers.getFirst().getPublicKey())) {
                return new Result.Wrong("The time stamp is under a key of a kind or size that is not read.");
            }
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signers.getFirst()));
            if (!SignatureStrength.enough(
                    signed.getSignerInfos().iterator().next(),
                    signers.getFirst().getPublicKey())) {
                return new Result.NotTrusted(
                        time(stamp),
                        "The time stamp is signed so weakly that anybody could have made it: it proves no time.");
            }
            return trust(signers.getFirst(), embedded, authorities, time(stamp));
        } catch (TSPException | OperatorCreationException e) {
            return new Result.Wrong("The time stamp's signature is not right.");
        } catch (CMSException | GeneralSecurityException | java.io.IOException | RuntimeException e) {
            return new Result.Wrong("The time stamp cannot be read.");
        }
    }

    private static Result trust(
            X509Certificate signer, List<X509Certificate> embedded, Anchor authorities, Instant time) {
        String by = signer.getSubjectX500Principal().getName();
        if (authorities.isEmpty()) {
            return new Result.NotTrusted(
                    time, "Stamped %s by %s, an authority that was not given as trusted.".formatted(time, by));
        }
        return CertificateChain.from(signer, embedded, authorities)
                        .filter(it -> it.validAt(time))
                        .isPresent()
                ? new Result.Verified(time, "Stamped %s by %s.".formatted(time, by))
                : new Result.Wrong("The time stamp is not by a given authority, or its certificate was not valid.");
    }

    private static Instant time(TimeStampToken stamp) {
        return stamp.getTimeStampInfo().getGenTime().toInstant();
    }

    private static boolean covers(TimeStampToken stamp, byte[] signature) throws GeneralSecurityException {
        var info = stamp.getTimeStampInfo();
        String digest = DIGESTS.get(info.getMessageImprintAlgOID().getId());
        return digest != null
                && MessageDigest.isEqual(
                        MessageDigest.getInstance(digest).digest(signature), info.getMessageImprintDigest());
    }

    private static List<X509Certificate> signers(TimeStampToken stamp, Stream<X509Certificate> candidates) {
        for (var each : candidates.toList()) {
            if (Cades.names(stamp.getSID(), each)) {
                return List.of(each);
            }
        }
        return List.of();
    }
}
