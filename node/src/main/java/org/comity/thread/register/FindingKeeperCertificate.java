package org.comity.thread.register;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.jspecify.annotations.Nullable;

/** Finds under which of a keeper's certificates the entries of a register were signed. */
public final class FindingKeeperCertificate {

    private FindingKeeperCertificate() {}

    /**
     * Which certificate signed from which entry on. What none is known for stays with the one before, so that it can be seen
     * who should have signed it.
     *
     * @param certificates that the keeper's entries ever named
     * @param entries from the first one of this keeper on; read only if there are more certificates than one
     */
    public static List<Keeper> of(String keeper, List<X509Certificate> certificates, Iterable<SignedEntry> entries) {
        var known = certificates.stream().distinct().toList();
        if (known.isEmpty())
            throw new IllegalStateException("No certificate of the keeper %s is known".formatted(keeper));
        if (known.size() == 1) return List.of(new Keeper(keeper, known.getFirst(), 1));
        var keepers = new ArrayList<Keeper>();
        X509Certificate current = null;
        for (var each : entries) {
            var by = signer(known, each, current);
            if (by != null && !by.equals(current)) {
                keepers.add(new Keeper(
                        keeper, by, keepers.isEmpty() ? 1 : each.entry().n()));
                current = by;
            }
        }
        return keepers.isEmpty() ? List.of(new Keeper(keeper, known.getLast(), 1)) : keepers;
    }

    private static @Nullable X509Certificate signer(
            List<X509Certificate> known, SignedEntry entry, @Nullable X509Certificate current) {
        if (current != null && validAt(current, entry.entry().time()) && entry.signedBy(current.getPublicKey()))
            return current;
        var signers =
                known.stream().filter(it -> entry.signedBy(it.getPublicKey())).toList();
        return signers.stream()
                .filter(it -> validAt(it, entry.entry().time()))
                .findFirst()
                .orElse(signers.isEmpty() ? null : signers.getFirst());
    }

    private static boolean validAt(X509Certificate certificate, Instant time) {
        try {
            certificate.checkValidity(Date.from(time));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }
}
