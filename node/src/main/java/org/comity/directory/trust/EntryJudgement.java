package org.comity.directory.trust;

import java.util.Objects;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.SignedParticipantEntry;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of an entry that is offered: the whole rule of trust, without storage and without a clock.
 */
sealed interface EntryJudgement {

    /** Proven: pinned at once. */
    record Pinned() implements EntryJudgement {}

    /** The one that we have. */
    record Known() implements EntryJudgement {}

    /** Kept, and used only when two officers say so. */
    record Waits(String why) implements EntryJudgement {}

    /** @param reason stable code; docs/protocol/directory.md */
    record Refused(String reason) implements EntryJudgement {}

    /**
     * @param network ours
     * @param have the version in force, null for a newcomer (also where we only recorded a counterpart ourselves)
     * @param revokedVersion keys of this version and before are revoked; 0 for none
     * @param reached a revocation of an earlier version reaches the one in force too
     * @param admitted the operator countersigned the admission
     */
    static EntryJudgement of(
            SignedParticipantEntry offered,
            String network,
            @Nullable SignedParticipantEntry have,
            long revokedVersion,
            boolean reached,
            boolean admitted) {
        var entry = offered.entry();
        if (!entry.network().equals(network)) {
            return new Refused("other-network");
        }
        if (!offered.signedByItself()) {
            return new Refused("foreign-signature");
        }
        if (entry.version() <= revokedVersion) {
            return new Refused("revoked");
        }
        if (have == null) {
            return admitted ? new Pinned() : new Waits("new-participant");
        }
        return next(offered, have, reached || have.entry().version() <= revokedVersion);
    }

    private static EntryJudgement next(SignedParticipantEntry offered, SignedParticipantEntry have, boolean revoked) {
        var entry = offered.entry();
        var before = have.entry();
        if (revoked && sameKind(offered, have) && takesTheirPlace(offered, have)) {
            return new Pinned();
        }
        if (entry.version() < before.version()) {
            return new Refused("older-version");
        }
        if (entry.version() == before.version()) {
            return entry.hash().equals(before.hash()) ? new Known() : new Refused("two-versions");
        }
        if (entry.version() == before.version() + 1 && !entry.previous().equals(before.hash())) {
            return new Refused("broken-chain");
        }
        return change(offered, Objects.requireNonNull(entry.keys()), have, revoked);
    }

    /** What a thief signed first, of the same version or later, does not keep out its owner, who has the recovery key. */
    private static boolean takesTheirPlace(SignedParticipantEntry offered, SignedParticipantEntry have) {
        var keys = Objects.requireNonNull(offered.entry().keys());
        var old = Objects.requireNonNull(have.entry().keys());
        return offered.endorsedBy(old.recovery()) && !keys.entry().equals(old.entry());
    }

    private static EntryJudgement change(
            SignedParticipantEntry offered,
            ParticipantEntry.SigningKeys keys,
            SignedParticipantEntry have,
            boolean revoked) {
        var old = Objects.requireNonNull(have.entry().keys());
        boolean byRecovery = offered.endorsedBy(old.recovery());
        if (byRecovery) {
            return sameKind(offered, have) ? new Pinned() : new Waits("new-kind");
        }
        if (revoked) {
            return new Refused("revoked");
        }
        if (!keys.entry().equals(old.entry()) && !offered.endorsedBy(old.entry())) {
            return new Waits("new-key");
        }
        if (!keys.recovery().equals(old.recovery())) {
            return new Waits("new-recovery-key");
        }
        if (!sameKind(offered, have)) {
            return new Waits("new-kind");
        }
        return sameReach(offered.entry(), have.entry()) ? new Pinned() : new Waits("new-address");
    }

    /** It decides what the participant may open and be asked, so no key of its own changes it alone. */
    private static boolean sameKind(SignedParticipantEntry offered, SignedParticipantEntry have) {
        return offered.entry().kind() == have.entry().kind();
    }

    /** Where acts go and whom we ring: whoever changes these wants a second look. */
    private static boolean sameReach(ParticipantEntry entry, ParticipantEntry before) {
        return entry.phone().equals(before.phone())
                && entry.mail().equals(before.mail())
                && (entry.node() == null) == (before.node() == null)
                && (entry.node() == null
                        || entry.node()
                                .as4()
                                .equals(Objects.requireNonNull(before.node()).as4()));
    }
}
