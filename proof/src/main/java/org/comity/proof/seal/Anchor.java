package org.comity.proof.seal;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.comity.proof.form.Digests;

/**
 * Holds what the caller trusts, from elsewhere than the bundle: certificates of signers or of those who certify them.
 *
 * @param fingerprints SHA-256 of the DER certificate, lower-case hexadecimal
 * @param certificates those of them that are at hand whole; others must be found in the signature
 */
public record Anchor(Set<String> fingerprints, List<X509Certificate> certificates) {

    /** Trusts nobody: what depends on it is reported as not checked. */
    public static final Anchor NONE = new Anchor(Set.of(), List.of());

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Anchor {
        var all = new TreeSet<>(fingerprints);
        certificates.forEach(it -> all.add(fingerprint(it)));
        if (!all.stream().allMatch(it -> HASH.matcher(it).matches())) {
            throw new IllegalArgumentException("Not a SHA-256 fingerprint in lower-case hexadecimal");
        }
        fingerprints = Set.copyOf(all);
        certificates = List.copyOf(certificates);
    }

    public static Anchor of(X509Certificate... certificates) {
        return new Anchor(Set.of(), Arrays.asList(certificates));
    }

    public static Anchor of(String fingerprint) {
        return new Anchor(Set.of(fingerprint), List.of());
    }

    /** Both together. */
    public Anchor and(Anchor other) {
        var both = new TreeSet<>(fingerprints);
        both.addAll(other.fingerprints);
        var certificates = new java.util.ArrayList<>(this.certificates);
        certificates.addAll(other.certificates);
        return new Anchor(both, certificates);
    }

    public boolean trusts(X509Certificate certificate) {
        return fingerprints.contains(fingerprint(certificate));
    }

    public boolean isEmpty() {
        return fingerprints.isEmpty();
    }

    /** SHA-256 of the DER certificate in lower-case hexadecimal. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return Digests.sha256(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
