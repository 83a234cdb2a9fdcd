package org.comity.identity;

import java.util.Collection;
import java.util.Objects;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** How many officers an act needs before it leaves, and who may be the second. Nothing else decides this. */
public enum TwoOfficers {
    /** Our profile asks for no second officer, or the act binds nobody. */
    ONE,
    TWO,
    /** An emergency (Art. 2(o)): one officer goes ahead, on record, and a second confirms afterwards. */
    ONE_AND_AFTERWARDS;

    /** @param bindsNobody the act is a receipt or a question, and leaves with one officer everywhere */
    public static TwoOfficers of(boolean demanded, boolean bindsNobody, boolean emergency) {
        if (!demanded || bindsNobody) {
            return ONE;
        }
        return emergency ? ONE_AND_AFTERWARDS : TWO;
    }

    /** Holds a duty that may be the second; whether of this act is for {@link #verdict} to say. */
    public static boolean isSecond(Official official) {
        return official.holds(Duty.SECOND_OFFICER) || official.holds(Duty.LAWYER);
    }

    public Verdict verdict(@Nullable String submitter, Official approver) {
        boolean differs = !approver.id().equals(submitter);
        if (differs && isSecond(approver)) {
            return Verdict.SECOND_OFFICER;
        }
        if (!isSecond(approver) && !approver.holds(Duty.DUTY_OFFICER)) {
            return Verdict.WRONG_DUTY;
        }
        return switch (this) {
            case ONE -> Verdict.ALONE;
            case ONE_AND_AFTERWARDS -> Verdict.CONFIRM_AFTERWARDS;
            case TWO -> isSecond(approver) ? Verdict.OWN_ACT : Verdict.WRONG_DUTY;
        };
    }

    /**
     * Whether this official may say afterwards that an act was right, or was not.
     *
     * @param involved who submitted it and who let it leave
     */
    public static Verdict afterwards(Collection<@Nullable String> involved, Official by) {
        if (!isSecond(by)) {
            return Verdict.WRONG_DUTY;
        }
        return involved.stream().filter(Objects::nonNull).anyMatch(by.id()::equals)
                ? Verdict.OWN_ACT
                : Verdict.SECOND_OFFICER;
    }

    /** Whether the act may leave now, and what follows. */
    public enum Verdict {
        SECOND_OFFICER(true),
        ALONE(true),
        CONFIRM_AFTERWARDS(true),
        OWN_ACT(false),
        /** Neither who submitted it nor who would approve it speaks for the central authority. */
        NOT_CENTRAL_AUTHORITY(false),
        WRONG_DUTY(false);

        private final boolean allowed;

        Verdict(boolean allowed) {
            this.allowed = allowed;
        }

        public boolean allowed() {
            return allowed;
        }
    }
}
