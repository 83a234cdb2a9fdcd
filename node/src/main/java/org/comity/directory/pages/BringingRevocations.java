package org.comity.directory.pages;

import java.util.List;
import java.util.Map;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.SignedRevocation;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administrator brings a file; that it counts is decided by its signature alone. */
@Component
class BringingRevocations {

    private final DirectoryWatch watch;
    private final Ledger ledger;

    BringingRevocations(DirectoryWatch watch, Ledger ledger) {
        this.watch = watch;
        this.ledger = ledger;
    }

    /** @return whose keys count no more */
    @Transactional
    String bring(byte[] file, Official by) {
        watch.revoke(file);
        var revocation = SignedRevocation.read(file);
        ledger.record(
                by,
                "directory.revocation-brought",
                revocation.id(),
                Map.of("version", Long.toString(revocation.version())));
        return revocation.id();
    }

    List<SignedRevocation> known() {
        return watch.revocations().stream().map(SignedRevocation::read).toList();
    }

    static final class NotYours extends RuleBroken {
        NotYours() {
            super("revocation.forbidden", Map.of());
        }
    }
}
