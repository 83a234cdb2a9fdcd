package org.comity.directory.trust;

import java.time.Instant;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryList;
import org.comity.directory.Network;
import org.jspecify.annotations.Nullable;

/** Whether a list of the operator may be taken: signed, of our network, in time, and never back. */
final class ListRule {

    private ListRule() {}

    /**
     * @param kept our newest list; no list after it forgets a change of operators that it knew
     * @param least so many signatures we want, whatever the list says
     */
    static @Nullable String refusal(
            DirectoryList.Signed signed,
            Network root,
            Directory.Position newest,
            DirectoryList.@Nullable Signed kept,
            int least,
            Instant now) {
        var list = signed.list();
        if (!list.network().equals(root.id())) {
            return "other-network";
        }
        if (!signed.signedFor(root)) {
            return "foreign-signature";
        }
        if (signed.threshold() < least || kept != null && !signed.knowsChangesOf(kept)) {
            return "operators";
        }
        if (list.sequence() < newest.sequence()) {
            return "rollback";
        }
        if (list.sequence() == newest.sequence() && !list.hash().equals(newest.hash())) {
            return "fork";
        }
        if (list.sequence() == newest.sequence() + 1 && !list.previous().equals(newest.hash())) {
            return "fork";
        }
        if (list.early(now)) {
            return "early";
        }
        return now.isBefore(list.validUntil()) ? null : "expired";
    }
}
