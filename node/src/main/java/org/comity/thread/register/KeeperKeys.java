package org.comity.thread.register;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Term;
import org.comity.proof.SignedEntry;
import org.comity.proof.ThreadBundle.Keeper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** With which certificates a keeper signed its registers: those of every version of its entry. */
@Component
class KeeperKeys {

    private final Directory directory;
    private final Clock clock;

    KeeperKeys(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    String keeper(ThreadRow thread) {
        return thread.weKeep() ? directory.self().id() : thread.counterpart();
    }

    /**
     * Whether a certificate that was ever in force, and is not revoked, signed it. The entry's time decides nothing: it is the
     * keeper's own word, and a keeper whose clock stood wrong would stop its threads for ever.
     */
    boolean signed(String keeper, SignedEntry entry) {
        return directory.terms(keeper).stream()
                .filter(it -> !it.revokedAt(clock.instant()))
                .map(Term::register)
                .distinct()
                .anyMatch(it -> entry.signedBy(it.getPublicKey()));
    }

    /**
     * Which certificate signed from which entry on. What none is known for stays with the one before, so that it can be seen
     * who should have signed it.
     *
     * @param entries from 1 on; read only if the keeper ever had more than one certificate
     */
    List<Keeper> keepers(String keeper, Iterable<SignedEntry> entries) {
        var known =
                directory.terms(keeper).stream().map(Term::register).distinct().toList();
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
