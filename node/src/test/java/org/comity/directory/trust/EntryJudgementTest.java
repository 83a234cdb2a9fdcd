package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;

import java.security.KeyPair;
import org.comity.directory.SignedParticipantEntry;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.Test;

/** The rule of trust, case by case. */
class EntryJudgementTest {

    private static final KeyPair KEY = newKey();
    private static final KeyPair RECOVERY = newKey();
    private static final KeyPair STRANGER = newKey();
    private static final SignedParticipantEntry FIRST =
            anEntry().keys(KEY, RECOVERY).signed();

    @Test
    void a_newcomer_is_pinned_when_admitted_and_waits_otherwise() {
        assertThat(EntryJudgement.of(FIRST, NETWORK.id(), null, 0, false, true)).isEqualTo(new EntryJudgement.Pinned());
        assertThat(EntryJudgement.of(FIRST, NETWORK.id(), null, 0, false, false))
                .isEqualTo(new EntryJudgement.Waits("new-participant"));
    }

    @Test
    void an_entry_of_another_network_is_refused() {
        assertThat(EntryJudgement.of(anEntry().inNetwork("0".repeat(64)).signed(), NETWORK.id(), null, 0, false, true))
                .isEqualTo(new EntryJudgement.Refused("other-network"));
    }

    @Test
    void a_foreign_signature_is_refused_even_when_admitted() {
        var forged = SignedParticipantEntry.sign(anEntry().keys(KEY, RECOVERY).unsigned(), STRANGER.getPrivate());

        assertThat(EntryJudgement.of(forged, NETWORK.id(), null, 0, false, true))
                .isEqualTo(new EntryJudgement.Refused("foreign-signature"));
    }

    @Test
    void the_states_own_words_may_change_at_once() {
        assertThat(after(anEntry()
                        .keys(KEY, RECOVERY)
                        .after(FIRST)
                        .hours("8 to 20")
                        .signed()))
                .isEqualTo(new EntryJudgement.Pinned());
    }

    /** Else a stakeholder that was admitted would make itself the contact point of a State. */
    @Test
    void another_kind_waits_for_two_officers_whoever_endorses_it() {
        var authority = anEntry().keys(KEY, RECOVERY).after(FIRST).kind(ParticipantKind.CENTRAL_AUTHORITY);

        assertThat(after(authority.signed())).isEqualTo(new EntryJudgement.Waits("new-kind"));
        assertThat(after(authority.signed().endorse(RECOVERY.getPrivate())))
                .isEqualTo(new EntryJudgement.Waits("new-kind"));
    }

    @Test
    void a_new_phone_or_address_waits_for_two_officers() {
        assertThat(after(anEntry()
                        .keys(KEY, RECOVERY)
                        .after(FIRST)
                        .phone("+999 7 555 0199")
                        .signed()))
                .isEqualTo(new EntryJudgement.Waits("new-address"));
        assertThat(after(anEntry()
                        .keys(KEY, RECOVERY)
                        .after(FIRST)
                        .as4("https://elsewhere:9442/as4")
                        .signed()))
                .isEqualTo(new EntryJudgement.Waits("new-address"));
    }

    @Test
    void a_new_key_counts_when_the_previous_one_or_the_recovery_key_signed_it() {
        var rotated = anEntry().keys(newKey(), RECOVERY).after(FIRST).signed();

        assertThat(after(rotated.endorse(KEY.getPrivate()))).isEqualTo(new EntryJudgement.Pinned());
        assertThat(after(rotated.endorse(RECOVERY.getPrivate()))).isEqualTo(new EntryJudgement.Pinned());
    }

    @Test
    void a_new_key_that_nobody_we_know_signed_waits() {
        var rotated = anEntry().keys(newKey(), RECOVERY).after(FIRST).signed();

        assertThat(after(rotated)).isEqualTo(new EntryJudgement.Waits("new-key"));
        assertThat(after(rotated.endorse(STRANGER.getPrivate()))).isEqualTo(new EntryJudgement.Waits("new-key"));
    }

    @Test
    void a_new_recovery_key_needs_the_old_one() {
        var changed = anEntry().keys(KEY, newKey()).after(FIRST).signed();

        assertThat(after(changed)).isEqualTo(new EntryJudgement.Waits("new-recovery-key"));
        assertThat(after(changed.endorse(KEY.getPrivate()))).isEqualTo(new EntryJudgement.Waits("new-recovery-key"));
        assertThat(after(changed.endorse(RECOVERY.getPrivate()))).isEqualTo(new EntryJudgement.Pinned());
    }

    @Test
    void a_replayed_older_version_is_refused() {
        var second = anEntry().keys(KEY, RECOVERY).after(FIRST).signed();

        assertThat(EntryJudgement.of(FIRST, NETWORK.id(), second, 0, false, true))
                .isEqualTo(new EntryJudgement.Refused("older-version"));
    }

    @Test
    void two_entries_of_one_version_are_refused_and_the_same_one_is_known() {
        var other = anEntry().keys(KEY, RECOVERY).hours("never").signed();

        assertThat(after(other)).isEqualTo(new EntryJudgement.Refused("two-versions"));
        assertThat(after(FIRST)).isEqualTo(new EntryJudgement.Known());
    }

    @Test
    void a_next_version_that_does_not_follow_ours_is_refused() {
        assertThat(after(anEntry().keys(KEY, RECOVERY).version(2).signed()))
                .isEqualTo(new EntryJudgement.Refused("broken-chain"));
    }

    @Test
    void after_a_revocation_only_the_recovery_key_brings_a_participant_back() {
        var byKey = anEntry().keys(newKey(), RECOVERY).after(FIRST).signed().endorse(KEY.getPrivate());
        var byRecovery =
                anEntry().keys(newKey(), RECOVERY).after(FIRST).signed().endorse(RECOVERY.getPrivate());

        assertThat(EntryJudgement.of(byKey, NETWORK.id(), FIRST, 1, false, true))
                .isEqualTo(new EntryJudgement.Refused("revoked"));
        assertThat(EntryJudgement.of(byRecovery, NETWORK.id(), FIRST, 1, false, true))
                .isEqualTo(new EntryJudgement.Pinned());
        assertThat(EntryJudgement.of(byRecovery, NETWORK.id(), FIRST, 2, false, true))
                .isEqualTo(new EntryJudgement.Refused("revoked"));
    }

    /** D61: the revocation names version 1, and the thief was first with version 2. */
    @Test
    void the_owner_takes_the_place_of_what_a_thief_signed_first() {
        var thief = anEntry().keys(KEY, RECOVERY).after(FIRST).hours("thief").signed();
        var owner = anEntry().keys(newKey(), RECOVERY).after(FIRST).signed();
        var next = anEntry().keys(newKey(), RECOVERY).after(owner).signed().endorse(RECOVERY.getPrivate());

        assertThat(reached(owner.endorse(RECOVERY.getPrivate()), thief)).isEqualTo(new EntryJudgement.Pinned());
        assertThat(reached(next, thief))
                .as("it does not name the thief's as previous")
                .isEqualTo(new EntryJudgement.Pinned());
        assertThat(reached(owner, thief)).isEqualTo(new EntryJudgement.Refused("two-versions"));
        assertThat(reached(
                        anEntry()
                                .keys(KEY, RECOVERY)
                                .after(thief)
                                .hours("again")
                                .signed(),
                        thief))
                .isEqualTo(new EntryJudgement.Refused("revoked"));
        assertThat(EntryJudgement.of(owner.endorse(RECOVERY.getPrivate()), NETWORK.id(), thief, 1, false, true))
                .as("nothing reaches what is pinned")
                .isEqualTo(new EntryJudgement.Refused("two-versions"));
    }

    private static EntryJudgement reached(SignedParticipantEntry offered, SignedParticipantEntry have) {
        return EntryJudgement.of(offered, NETWORK.id(), have, 1, true, true);
    }

    private static EntryJudgement after(SignedParticipantEntry offered) {
        return EntryJudgement.of(offered, NETWORK.id(), FIRST, 0, false, true);
    }
}
