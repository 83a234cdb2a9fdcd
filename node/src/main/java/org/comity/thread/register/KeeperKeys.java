package org.comity.thread.register;

import java.time.Clock;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Term;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.ThreadBundle.Keeper;
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

    /** @param entries from 1 on; read only if the keeper ever had more than one certificate */
    List<Keeper> keepers(String keeper, Iterable<SignedEntry> entries) {
        return FindingKeeperCertificate.of(
                keeper, directory.terms(keeper).stream().map(Term::register).toList(), entries);
    }
}
