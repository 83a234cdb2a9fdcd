package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.OPERATOR;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;
import static org.comity.directory.trust.ANode.GUEST;
import static org.comity.directory.trust.ANode.MAREN;
import static org.comity.directory.trust.ANode.TOLVA;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import org.comity.directory.Directory.Position;
import org.comity.directory.Directory.Validity;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryRefused;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.directory.UnknownParticipant;
import org.comity.directory.trust.ANode.AnOperator;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node and its operator, honest, late, silent or lying. */
class TrustTest {

    private static final KeyPair KEY = newKey();
    private static final KeyPair RECOVERY = newKey();
    private static final SignedParticipantEntry FIRST =
            anEntry().keys(KEY, RECOVERY).signed();
    private static final Duration DAY = Duration.ofDays(1);

    private static ANode node;
    private AnOperator operator;

    @BeforeAll
    static void node() throws Exception {
        node = ANode.of("XA-1");
    }

    @BeforeEach
    void forget() {
        node.forget();
        operator = new AnOperator().admits(FIRST).publishes(NOON);
    }

    @AfterAll
    static void close() {
        node.close();
    }

    @Test
    void an_admitted_entry_is_pinned_with_the_list_that_names_it() throws Exception {
        node.take(operator);

        assertThat(node.directory().get("XB-1").name("ar")).isEqualTo("بلمورا");
        assertThat(node.directory().get("XB-1").validUntil()).isEqualTo(NOON.plus(DirectoryList.VALIDITY));
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(node.directory().network()).isEqualTo(NETWORK.id());
        assertThat(node.directory().position())
                .isEqualTo(new Position(1, operator.newest().list().hash()));
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void nobody_vouching_means_grace_after_seven_days_and_lapse_after_thirty_more() throws Exception {
        node.take(operator);
        var end = NOON.plus(DAY.multipliedBy(7));

        assertThat(standingAt(end.minusMillis(1))).isEqualTo(Validity.VALID);
        assertThat(standingAt(end)).isEqualTo(Validity.GRACE);
        assertThat(standingAt(end.plus(DAY.multipliedBy(30)).minusMillis(1))).isEqualTo(Validity.GRACE);
        assertThat(standingAt(end.plus(DAY.multipliedBy(30)))).isEqualTo(Validity.LAPSED);
    }

    @Test
    void two_officers_keep_a_lapsed_peer_for_ninety_days() throws Exception {
        node.take(operator);
        var later = NOON.plus(DAY.multipliedBy(40));
        node.at(later);

        node.entries().keep("XB-1", MAREN);
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.LAPSED);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> node.entries().keep("XB-1", MAREN))
                .satisfies(it -> assertThat(it.code()).isEqualTo("directory.same-officer"));
        node.entries().keep("XB-1", TOLVA);

        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(standingAt(later.plus(DAY.multipliedBy(90)))).isEqualTo(Validity.GRACE);
    }

    @Test
    void a_participant_that_the_operator_drops_is_warned_of_and_not_switched_off() throws Exception {
        node.take(operator);
        node.take(new AnOperator()
                .answers(operator.list(1, DirectoryList.NOTHING_BEFORE, NOON).sign(OPERATOR.getPrivate())));
        var empty = new DirectoryList(
                NETWORK.id(), 2, operator.newest().list().hash(), NOON, NOON.plus(DAY), java.util.List.of());

        node.take(new AnOperator().answers(empty.sign(OPERATOR.getPrivate())));

        assertThat(node.directory().position().sequence()).isEqualTo(2);
        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
    }

    @Test
    void a_list_that_goes_back_is_refused() throws Exception {
        var before = operator.newest();
        node.take(operator);
        node.take(operator.publishes(NOON.plusSeconds(1)));
        var position = node.directory().position();

        node.take(new AnOperator().answers(before));

        assertThat(node.directory().position()).isEqualTo(position);
        assertThat(node.warnings()).containsExactly("list-rollback");
    }

    @Test
    void another_list_of_the_same_number_or_with_another_past_is_a_fork() throws Exception {
        node.take(operator);
        var same = operator.list(1, DirectoryList.NOTHING_BEFORE, NOON.plusSeconds(1))
                .sign(OPERATOR.getPrivate());
        var next = operator.list(2, "1".repeat(64), NOON.plusSeconds(1)).sign(OPERATOR.getPrivate());

        node.take(new AnOperator().answers(same));
        node.take(new AnOperator().answers(next));

        assertThat(node.directory().position().sequence()).isEqualTo(1);
        assertThat(node.warnings()).containsExactly("list-fork");
    }

    @Test
    void a_list_with_a_foreign_signature_or_of_another_network_is_refused() throws Exception {
        var list = operator.newest().list();
        node.take(new AnOperator().answers(list.sign(newKey().getPrivate())));
        assertThat(node.warnings()).containsExactly("list-foreign-signature");

        var elsewhere =
                new DirectoryList("0".repeat(64), 1, list.previous(), list.issued(), list.validUntil(), list.lines());
        node.take(new AnOperator().answers(elsewhere.sign(OPERATOR.getPrivate())));

        assertThat(node.warnings()).contains("list-other-network");
        assertThat(node.directory().find("XB-1")).isEmpty();
    }

    @Test
    void an_expired_early_oversized_or_garbled_list_is_refused() throws Exception {
        node.at(NOON.plus(DirectoryList.VALIDITY));
        node.take(operator);
        assertThat(node.warnings()).containsExactly("list-expired");

        node.at(NOON.minus(Duration.ofMinutes(6)));
        node.take(operator);
        assertThat(node.warnings()).contains("list-early");

        node.at(NOON);
        node.take(new AnOperator().answers(new byte[DirectoryList.LARGEST + 1]));
        node.take(new AnOperator().answers("{ }".getBytes(StandardCharsets.UTF_8)));
        assertThat(node.warnings()).contains("list-malformed");
        assertThat(node.directory().position().sequence()).isZero();

        node.take(operator);
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void an_entry_that_is_not_what_the_list_says_is_not_taken_and_asked_for_again() throws Exception {
        var other = anEntry().keys(KEY, RECOVERY).hours("never").signed();
        var liar = new AnOperator().admits(FIRST);
        liar.admits(other).answers(operator.newest());

        node.take(liar);
        assertThat(node.directory().find("XB-1")).isEmpty();
        assertThat(node.warnings()).containsExactly("entry-missing");

        node.take(operator);
        assertThat(node.directory().find("XB-1")).isPresent();
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void a_list_that_brings_an_older_version_back_confirms_nothing() throws Exception {
        var second = anEntry().keys(KEY, RECOVERY).after(FIRST).hours("8 to 20").signed();
        node.take(operator.admits(second).publishes(NOON));

        node.at(NOON.plus(DAY));
        node.take(operator.admits(FIRST).publishes(NOON.plus(DAY)));

        assertThat(node.directory().get("XB-1").version()).isEqualTo(2);
        assertThat(node.directory().get("XB-1").validUntil()).isEqualTo(NOON.plus(DirectoryList.VALIDITY));
        assertThat(node.warnings()).containsExactly("entry-older-version");
    }

    @Test
    void a_new_phone_is_used_only_when_two_officers_have_said_so() throws Exception {
        node.take(operator);
        var changed = anEntry()
                .keys(KEY, RECOVERY)
                .after(FIRST)
                .phone("+999 7 555 0199")
                .signed();
        var hash = changed.entry().hash();
        node.take(operator.admits(changed).publishes(NOON.plusSeconds(1)));
        assertThat(node.directory().get("XB-1").version()).isEqualTo(1);
        assertThat(node.warnings()).containsExactly("entry-waits");

        node.entries().accept("XB-1", hash, MAREN);
        assertThat(node.directory().get("XB-1").version()).isEqualTo(1);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> node.entries().accept("XB-1", hash, MAREN))
                .satisfies(it -> assertThat(it.code()).isEqualTo("directory.same-officer"));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> node.entries().accept("XB-1", hash, GUEST))
                .satisfies(it -> assertThat(it.code()).isEqualTo("directory.not-yours"));
        node.entries().accept("XB-1", hash, TOLVA);

        assertThat(node.directory().get("XB-1").phone()).isEqualTo("+999 7 555 0199");
        assertThat(node.warnings()).isEmpty();
        assertThat(node.entries().versions("XB-1"))
                .extracting(it -> it.status().name())
                .containsExactly("IN_FORCE", "BEFORE");
    }

    @Test
    void a_change_that_an_officer_refuses_stays_on_record_and_is_not_asked_again() throws Exception {
        node.take(operator);
        var changed = anEntry().keys(newKey(), RECOVERY).after(FIRST).signed();
        node.take(operator.admits(changed).publishes(NOON.plusSeconds(1)));

        node.entries().refuse("XB-1", changed.entry().hash(), MAREN);
        node.take(operator.publishes(NOON.plusSeconds(2)));

        assertThat(node.entries().waiting()).isEmpty();
        assertThat(node.directory().get("XB-1").version()).isEqualTo(1);
        assertThat(node.entries().versions("XB-1"))
                .extracting(it -> it.status().name())
                .containsExactly("REFUSED", "IN_FORCE");
    }

    @Test
    void entries_are_exchanged_without_an_operator_by_file_and_two_officers() {
        assertThat(node.entries().take(FIRST.json(), MAREN)).isEqualTo("XB-1");
        assertThatExceptionOfType(UnknownParticipant.class)
                .isThrownBy(() -> node.directory().get("XB-1"));

        node.entries().accept("XB-1", FIRST.entry().hash(), MAREN);
        node.entries().accept("XB-1", FIRST.entry().hash(), TOLVA);

        assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.VALID);
        assertThat(node.directory().get("XB-1").validUntil()).isEqualTo(NOON.plus(DAY.multipliedBy(7)));
    }

    @Test
    void a_file_that_is_no_entry_or_not_of_this_network_is_refused() {
        refused("malformed", "{}".getBytes(StandardCharsets.UTF_8));
        refused("too-large", new byte[ParticipantEntry.LARGEST + 1]);
        refused("other-network", anEntry().inNetwork("0".repeat(64)).signed().json());
        refused("our-own", anEntry().of("XA-1").signed().json());
        assertThat(node.entries().waiting()).isEmpty();
    }

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

    @Test
    void a_peer_that_was_given_another_list_of_the_same_number_is_a_fork() throws Exception {
        node.take(operator);

        node.watch().compare("XB-1", node.directory().position());
        node.watch().compare("XB-1", new Position(9, "9".repeat(64)));
        assertThat(node.warnings()).isEmpty();

        node.watch().compare("XB-1", new Position(1, "9".repeat(64)));
        assertThat(node.warnings()).containsExactly("list-fork");

        node.watch().settle("list-fork", "XB-1", MAREN);
        assertThat(node.warnings()).isEmpty();
    }

    @Test
    void a_counterpart_without_a_node_is_recorded_by_us_and_never_over_its_own_entry() throws Exception {
        var written = anEntry().of("XD-1").unsigned();
        var paper = new ParticipantEntry(
                NETWORK.id(),
                "XD-1",
                1,
                DirectoryList.NOTHING_BEFORE,
                NOON,
                written.names(),
                written.capitals(),
                written.zone(),
                null,
                null,
                written.languages(),
                written.phone(),
                written.mail(),
                written.hours(),
                written.functions(),
                written.profile(),
                null);

        node.entries().record(paper, MAREN);
        node.entries().record(paper, MAREN);

        assertThat(node.directory().get("XD-1").hasNode()).isFalse();
        assertThat(node.directory().get("XD-1").version()).isEqualTo(2);
        node.at(NOON.plus(DAY.multipliedBy(1000)));
        assertThat(node.directory().standing("XD-1")).isEqualTo(Validity.VALID);

        node.at(NOON);
        var own = anEntry().of("XD-1").keys(KEY, RECOVERY).signed();
        node.take(operator.admits(own).publishes(NOON.plusSeconds(1)));
        assertThat(node.directory().get("XD-1").hasNode()).isTrue();
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.entries().record(paper, MAREN))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("has-an-entry"));
    }

    @Test
    void a_phone_that_we_rang_is_tested_until_the_entry_names_another() throws Exception {
        node.take(operator);
        node.entries().phoneTested("XB-1", MAREN);
        assertThat(node.entries().phoneTestedAt("XB-1")).contains(NOON);

        var changed = anEntry()
                .keys(KEY, RECOVERY)
                .after(FIRST)
                .phone("+999 7 555 0199")
                .signed();
        node.take(operator.admits(changed.endorse(RECOVERY.getPrivate())).publishes(NOON.plusSeconds(1)));

        assertThat(node.entries().phoneTestedAt("XB-1")).isEmpty();
    }

    private Validity standingAt(Instant instant) {
        node.at(instant);
        return node.directory().standing("XB-1");
    }

    private void refused(String reason, byte[] file) {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> node.entries().take(file, MAREN))
                .satisfies(it -> assertThat(it.reason()).isEqualTo(reason));
    }
}
