package org.comity.directory.trust;

import java.util.Map;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;

/** Says who may decide about entries, and that two are two. */
public final class DecidingOfficers {

    private DecidingOfficers() {}

    /** About our own entry, and what was warned of. */
    public static void mayDecide(Official by) {
        if (!decides(by)) {
            throw new NotYours();
        }
    }

    public static boolean decides(Official by) {
        return by.holds(Duty.DUTY_OFFICER)
                || by.holds(Duty.SECOND_OFFICER)
                || by.holds(Duty.LAWYER)
                || by.holds(Duty.ADMINISTRATOR);
    }

    /** About whom this node trusts, no administrator does: who gives accounts to people would be two officers alone. */
    static void mayTrust(Official by) {
        mayDecide(by);
        if (by.holds(Duty.ADMINISTRATOR)) {
            throw new NotYours();
        }
    }

    static void another(@Nullable String first, Official by) {
        if (by.id().equals(first)) {
            throw new SameOfficer();
        }
    }

    static final class NotYours extends RuleBroken {
        NotYours() {
            super("directory.not-yours", Map.of());
        }
    }

    static final class SameOfficer extends RuleBroken {
        SameOfficer() {
            super("directory.same-officer", Map.of());
        }
    }
}
