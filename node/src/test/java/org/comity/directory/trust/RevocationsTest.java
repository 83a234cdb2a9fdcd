package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;
import static org.comity.directory.trust.ANode.MAREN;
import static org.comity.directory.trust.ANode.TOLVA;

import java.time.Instant;
import org.comity.directory.Directory.Validity;
import org.comity.directory.EntryRefused;
import org.comity.directory.SignedRevocation;
import org.junit.jupiter.api.Test;

/** Revocations and lost keys: from which instant they count, and how a participant comes back. */
class RevocationsTest extends TrustCase {

    @Test
    void a_lost_key_is_replaced_by_the_recovery_key() throws Exception {
        node.take(operator);
        var rotated = anEntry().keys(newKey(), RECOVERY).after(FIRST).signed().endorse(RECOVERY.getPrivate());

        node.take(operator.admits(rotated).publishes(NOON.plusSeconds(1)));

        assertThat(node.directory().get("XB-1").version()).isEqualTo(2);
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void a_revocation_counts_from_its_instant_and_the_recovery_key_brings_the_participant_back() throws Exception {
        node.take(operator);
        var effective = NOON.plusSeconds(60);
        var revocation = SignedRevocation.sign(NETWORK.id(), "XB-1", 1, effective, NOON, RECOVERY.getPrivate())
                .json();

        node.watch().revoke(revocation);
        node.watch().revoke(revocation);
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(standingAt(effective)).isEqualTo(Validity.REVOKED);
        assertThat(node.watch().revocations()).containsExactly(revocation);

        var back = anEntry().keys(newKey(), RECOVERY).after(FIRST).signed().endorse(RECOVERY.getPrivate());
        node.take(operator.admits(back).publishes(NOON.plusSeconds(61)));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
    }

    /** Rule R124. */
    @Test
    void certificates_of_every_version_are_known_each_until_its_time_and_not_those_that_never_counted()
            throws Exception {
        node.take(operator);
        var changed = NOON.plusSeconds(60);
        var second = anEntry()
                .keys(KEY, RECOVERY)
                .after(FIRST)
                .certificatesOf("XC-1")
                .signedAt(changed)
                .signed();
        node.take(operator.admits(second).publishes(NOON.plusSeconds(61)));
        var waits = anEntry()
                .keys(newKey(), RECOVERY)
                .after(second)
                .certificatesOf("XA-1")
                .signed();
        node.entries().take(waits.json(), MAREN);

        var terms = node.directory().terms("XB-1");
        assertThat(terms)
                .extracting(it -> it.register())
                .containsExactly(
                        FIRST.entry().node().register(), second.entry().node().register());
        assertThat(terms.getFirst().counts(NOON.minus(DAY), changed)).isTrue();
        assertThat(terms.getFirst().counts(changed.plus(DAY.multipliedBy(7)), changed))
                .isTrue();
        assertThat(terms.getFirst().counts(changed.plus(DAY.multipliedBy(7)).plusMillis(1), changed))
                .isFalse();
        assertThat(terms.getLast().counts(changed.minus(DAY.multipliedBy(2)), changed))
                .as("a clock that stands back")
                .isTrue();
        assertThat(terms.getLast().counts(changed, changed)).isTrue();

        node.watch()
                .revoke(SignedRevocation.sign(
                                NETWORK.id(),
                                "XB-1",
                                1,
                                changed.plusSeconds(60),
                                changed.plusSeconds(9),
                                RECOVERY.getPrivate())
                        .json());
        var revoked = node.directory().terms("XB-1");
        assertThat(revoked.getFirst().counts(NOON, changed.plusSeconds(59))).isTrue();
        assertThat(revoked.getFirst().counts(NOON, changed.plusSeconds(60))).isFalse();
        assertThat(revoked.getLast().counts(changed, changed.plusSeconds(60))).isTrue();
        assertThat(node.directory().terms("XA-1"))
                .as("our own keys, before an entry names them")
                .hasSize(1);
    }

    @Test
    void a_later_revocation_does_not_undo_an_earlier_one_and_a_corrected_one_counts() throws Exception {
        node.take(operator);
        revoke(1, NOON.plusSeconds(60));
        revoke(2, NOON.plusSeconds(9000));
        assertThat(standingAt(NOON.plusSeconds(60))).isEqualTo(Validity.REVOKED);

        revoke(1, NOON.plusSeconds(5));
        revoke(1, NOON.plusSeconds(7000));
        assertThat(standingAt(NOON.plusSeconds(5))).isEqualTo(Validity.REVOKED);
        assertThat(node.watch().revocations()).hasSize(2);
    }

    @Test
    void of_two_revocations_of_one_version_the_earliest_instants_count_whichever_names_them() throws Exception {
        node.take(operator);
        revoke(1, NOON.plusSeconds(60), NOON.plusSeconds(50));
        assertThat(node.directory().keysWithdrawn("XB-1", 1)).isEmpty();

        revoke(1, NOON.plusSeconds(60), NOON.minusSeconds(9));
        assertThat(node.directory().keysWithdrawn("XB-1", 1)).contains(NOON.minusSeconds(9));

        revoke(1, NOON.plusSeconds(30), NOON.plusSeconds(20));
        assertThat(node.directory().keysWithdrawn("XB-1", 1))
                .as("the lane stays closed")
                .contains(NOON.minusSeconds(9));
        assertThat(standingAt(NOON.plusSeconds(30))).isEqualTo(Validity.REVOKED);

        revoke(1, NOON.plusSeconds(90), NOON.minusSeconds(99));
        assertThat(node.directory().keysWithdrawn("XB-1", 1)).contains(NOON.minusSeconds(99));
        assertThat(standingAt(NOON.plusSeconds(30))).isEqualTo(Validity.REVOKED);
    }

    @Test
    void a_revocation_that_says_nothing_new_makes_no_process_read_anew() throws Exception {
        node.take(operator);
        revoke(1, NOON.plusSeconds(60));
        long changes = node.changes();

        revoke(1, NOON.plusSeconds(60));
        revoke(1, NOON.plusSeconds(70));

        assertThat(node.changes()).isEqualTo(changes);
    }

    /** D52: whoever stole the entry key may have offered it before. */
    @Test
    void what_waited_when_its_keys_were_revoked_is_not_accepted_any_more() throws Exception {
        node.take(operator);
        var moved = anEntry().keys(KEY, newKey()).after(FIRST).signed();
        node.entries().take(moved.json(), MAREN);
        var waiting = node.entries().waiting().getFirst();
        node.entries().accept("XB-1", waiting.hash(), MAREN);
        revoke(1, NOON);

        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.entries().accept("XB-1", waiting.hash(), TOLVA))
                .satisfies(it -> assertThat(it.code()).isEqualTo("directory.refused.revoked"));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.REVOKED);
        assertThat(node.directory().get("XB-1").version()).isEqualTo(1);
    }

    /** D59: each costs a parcel to every peer. */
    @Test
    void a_participant_s_revocations_have_a_bound_that_never_keeps_a_stolen_key_in_force() throws Exception {
        node.take(operator);
        for (int n = 1; n <= 20; n++) revoke(n, NOON.plusSeconds(600));
        tooMany(21);
        tooMany(20);
        revoke(1, NOON.plusSeconds(600));
        assertThat(node.watch().revocations()).as("of one participant").hasSize(3);

        node.at(NOON.plus(DAY).plusSeconds(1));
        revoke(20, NOON.plusSeconds(500));
        tooMany(21);

        var back = anEntry()
                .keys(newKey(), RECOVERY)
                .after(FIRST)
                .version(30)
                .signed()
                .endorse(RECOVERY.getPrivate());
        node.take(operator.admits(back).publishes(NOON.plus(DAY)));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        revoke(30, NOON.plusSeconds(600));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.REVOKED);
    }

    private static void tooMany(long version) {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> revoke(version, NOON.plusSeconds(300)))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("too-many-revocations"));
    }

    /** D61: a revocation of version 1, when whoever stole its key was first with version 2, dated back or not. */
    @Test
    void a_revocation_reaches_what_a_thief_signed_meanwhile_and_its_owner_comes_back() throws Exception {
        node.take(operator);
        node.at(NOON.plusSeconds(10));
        var thief = anEntry()
                .keys(KEY, RECOVERY)
                .after(FIRST)
                .certificatesOf("XC-1")
                .signedAt(NOON.minus(DAY))
                .signed();
        node.take(operator.admits(thief).publishes(NOON.plusSeconds(10)));
        assertThat(node.directory().get("XB-1").version()).isEqualTo(2);

        node.at(NOON.plusSeconds(20));
        revokeSince(NOON.plusSeconds(5), NOON.plusSeconds(20));
        assertThat(node.directory().keysWithdrawn("XB-1", 2)).contains(NOON.plusSeconds(5));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.REVOKED);
        assertThat(node.directory().terms("XB-1").getLast().counts(NOON, NOON.plusSeconds(20)))
                .isFalse();

        var third = anEntry().keys(KEY, RECOVERY).after(thief).signed();
        node.take(operator.admits(third).publishes(NOON.plusSeconds(21)));
        assertThat(node.directory().get("XB-1").version()).isEqualTo(2);

        var fresh = newKey();
        var owner = anEntry()
                .keys(fresh, RECOVERY)
                .after(FIRST)
                .signedAt(NOON.plusSeconds(22))
                .signed()
                .endorse(RECOVERY.getPrivate());
        node.take(operator.admits(owner).publishes(NOON.plusSeconds(22)));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(node.directory().keysWithdrawn("XB-1", 2)).isEmpty();

        node.take(operator.admits(third).publishes(NOON.plusSeconds(23)));
        var next = anEntry()
                .keys(fresh, RECOVERY)
                .after(owner)
                .hours("8 to 20")
                .signedAt(NOON.plusSeconds(24))
                .signed();
        node.take(operator.admits(next).publishes(NOON.plusSeconds(24)));
        assertThat(node.directory().get("XB-1").hours()).isEqualTo("8 to 20");
        assertThat(node.directory().standing("XB-1"))
                .as("its new key was never revoked")
                .isEqualTo(Validity.VALID);
        assertThat(node.directory().terms("XB-1").getLast().counts(NOON.plusSeconds(24), NOON.plusSeconds(99)))
                .isTrue();
    }

    @Test
    void a_revocation_does_not_reach_a_version_that_came_before_the_key_was_lost() throws Exception {
        node.take(operator);
        var second = anEntry().keys(KEY, RECOVERY).after(FIRST).hours("8 to 20").signed();
        node.take(operator.admits(second).publishes(NOON));
        node.at(NOON.plusSeconds(20));
        revokeSince(NOON.plusSeconds(5), NOON.plusSeconds(20));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(node.directory().keysWithdrawn("XB-1")).isEmpty();
    }

    private static void revokeSince(Instant since, Instant effective) {
        node.watch()
                .revoke(SignedRevocation.sign(NETWORK.id(), "XB-1", 1, effective, since, RECOVERY.getPrivate())
                        .json());
    }

    private static void revoke(long version, Instant effective) {
        revoke(version, effective, NOON.minusSeconds(9));
    }

    private static void revoke(long version, Instant effective, Instant since) {
        node.watch()
                .revoke(SignedRevocation.sign(NETWORK.id(), "XB-1", version, effective, since, RECOVERY.getPrivate())
                        .json());
    }

    @Test
    void a_revocation_by_anybody_else_is_refused() throws Exception {
        node.take(operator);
        var byEntryKey = SignedRevocation.sign(NETWORK.id(), "XB-1", 1, NOON, NOON, KEY.getPrivate())
                .json();
        var elsewhere = SignedRevocation.sign("0".repeat(64), "XB-1", 1, NOON, NOON, RECOVERY.getPrivate())
                .json();
        var unknown = SignedRevocation.sign(NETWORK.id(), "XC-1", 1, NOON, NOON, RECOVERY.getPrivate())
                .json();

        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.watch().revoke(byEntryKey));
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.watch().revoke(elsewhere));
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.watch().revoke(unknown));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
    }
}
