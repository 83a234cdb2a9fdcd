package org.comity.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.comity.database.PracticeDatabase;
import org.comity.directory.EntryRefused;
import org.comity.directory.SignedParticipantEntry;
import org.comity.directory.SignedRevocation;
import org.comity.exchange.SettableClock;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** An operator in earnest: who has room to wait, who admits, and who waits at its door. */
class CollatingSubmissionsTest {

    private static final int MOST = 6;
    private static final int EACH = 2;
    private static final int FROM = 4;

    private static JdbcClient db;

    private final SettableClock clock = new SettableClock();
    private final Ledger ledger = mock(Ledger.class);
    private final KeyPair key = newKey();
    private final KeyPair recovery = newKey();
    private Submissions submissions;

    @BeforeAll
    static void database() throws Exception {
        db = JdbcClient.create(PracticeDatabase.fresh("operator"));
    }

    @BeforeEach
    void empty() {
        db.sql("truncate operator.submission, operator.failure, operator.revocation")
                .update();
        submissions = new Submissions(db);
    }

    @Test
    void strangers_fill_their_own_room_and_an_admitted_participant_renews_meanwhile() {
        var operator = operator(false);
        var first = anEntry().of("XA-1").keys(key, recovery).signed();
        operator.submit(first, "192.0.2.9");
        operator.admit("XA-1", first.entry().hash(), CollatingSubmissions.person("ada"));
        for (int n = 0; n < MOST; n++) {
            assertThat(operator.submit(stranger("XB-" + n), "192.0.2." + n)).isFalse();
        }
        tooMany(operator, stranger("XC-1"), "192.0.2.77");

        var next = anEntry().keys(key, recovery).after(first).hours("8 to 20").signed();
        assertThat(operator.submit(next, "192.0.2.77")).isTrue();

        var looked = anEntry().keys(key, newKey()).after(next).signed();
        assertThat(operator.submit(looked, "192.0.2.77"))
                .as("proven by its entry key, a person looks")
                .isFalse();
        assertThat(submissions.find("XA-1", looked.entry().hash())).isPresent();
    }

    @Test
    void nobody_fills_the_room_of_a_participant_by_using_its_name() {
        var operator = operator(false);
        var first = anEntry().of("XA-1").keys(key, recovery).signed();
        operator.submit(first, null);
        operator.admit("XA-1", first.entry().hash(), CollatingSubmissions.person("ada"));
        for (int n = 0; n < EACH; n++) {
            operator.submit(anEntry().after(first).hours("n " + n).signed(), "192.0.2.1");
        }
        tooMany(operator, anEntry().after(first).signed(), "192.0.2.1");

        for (int n = 0; n < EACH; n++) {
            operator.submit(
                    anEntry().keys(key, newKey()).after(first).hours("n " + n).signed(), "192.0.2.1");
        }
        tooMany(operator, anEntry().keys(key, newKey()).after(first).signed(), "192.0.2.1");
        assertThat(operator.submit(anEntry().keys(key, recovery).after(first).signed(), "192.0.2.1"))
                .isTrue();
    }

    /** What kind it is was admitted by persons: no key of its own makes it another. */
    @Test
    void another_kind_of_participant_waits_for_a_person_whoever_endorses_it() {
        var operator = operator(false);
        var first = anEntry()
                .of("XA-1")
                .keys(key, recovery)
                .kind(ParticipantKind.STAKEHOLDER)
                .signed();
        operator.submit(first, null);
        operator.admit("XA-1", first.entry().hash(), CollatingSubmissions.person("ada"));
        var authority = anEntry().keys(key, recovery).after(first);

        assertThat(operator.submit(authority.signed().endorse(recovery.getPrivate()), "192.0.2.77"))
                .isFalse();
        assertThat(submissions.admitted("XA-1").orElseThrow().signed().entry().kind())
                .isEqualTo(ParticipantKind.STAKEHOLDER);
    }

    @Test
    void a_stolen_entry_key_admits_nothing_once_it_is_revoked() {
        var operator = operator(false);
        var first = anEntry().of("XA-1").keys(key, recovery).signed();
        operator.submit(first, null);
        operator.admit("XA-1", first.entry().hash(), CollatingSubmissions.person("ada"));
        var now = clock.instant();
        operator.revoke(SignedRevocation.sign(NETWORK.id(), "XA-1", 1, now, now, recovery.getPrivate()));

        assertThat(operator.submit(
                        anEntry()
                                .keys(key, recovery)
                                .after(first)
                                .hours("8 to 9")
                                .signed(),
                        null))
                .isFalse();

        var fresh = newKey();
        var entry = anEntry().keys(fresh, recovery).after(first).unsigned();
        assertThat(operator.submit(
                        SignedParticipantEntry.sign(entry, fresh.getPrivate()).endorse(recovery.getPrivate()), null))
                .isTrue();
    }

    /** D61: the thief was first with version 2, and the revocation names version 1. */
    @Test
    void what_a_thief_had_admitted_first_proves_nothing_once_the_version_before_is_revoked() {
        var operator = operator(false);
        var first = anEntry().of("XA-1").keys(key, recovery).signed();
        operator.submit(first, null);
        operator.admit("XA-1", first.entry().hash(), CollatingSubmissions.person("ada"));
        clock.forward(Duration.ofMinutes(1));
        var stolen = clock.instant();
        clock.forward(Duration.ofMinutes(1));
        var thief = anEntry().keys(key, recovery).after(first).hours("thief").signed();
        assertThat(operator.submit(thief, null)).isTrue();
        operator.revoke(SignedRevocation.sign(NETWORK.id(), "XA-1", 1, clock.instant(), stolen, recovery.getPrivate()));

        assertThat(operator.submit(anEntry().keys(key, recovery).after(thief).signed(), null))
                .isFalse();
        var fresh = newKey();
        var back =
                anEntry().keys(fresh, recovery).after(first).version(4).signed().endorse(recovery.getPrivate());
        assertThat(operator.submit(back, null)).isTrue();
        assertThat(operator.submit(anEntry().keys(fresh, recovery).after(back).signed(), null))
                .as("its owner speaks for itself again")
                .isTrue();
    }

    @Test
    void one_address_has_no_more_room_than_its_share_and_what_nobody_decides_goes() {
        var operator = operator(false);
        for (int n = 0; n < FROM; n++) {
            operator.submit(stranger("XB-" + n), "192.0.2.1");
        }
        tooMany(operator, stranger("XC-1"), "192.0.2.1");
        assertThat(operator.submit(stranger("XC-1"), "192.0.2.2")).isFalse();

        clock.forward(Duration.ofDays(31));
        assertThat(operator.submit(stranger("XC-2"), "192.0.2.1")).isFalse();
        assertThat(submissions.waiting()).hasSize(1);
    }

    @Test
    void one_participant_s_revocations_crowd_out_nobody_else_s() {
        var operator = operator(false);
        for (var id : java.util.List.of("XA-1", "XB-1")) {
            var entry = anEntry().of(id).keys(key, recovery).signed();
            operator.submit(entry, null);
            operator.admit(id, entry.entry().hash(), CollatingSubmissions.person("ada"));
        }
        for (int n = 1; n <= 20; n++) operator.revoke(revocation("XA-1", n));
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> operator.revoke(revocation("XA-1", 21)))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("too-many-revocations"));
        operator.revoke(revocation("XA-1", 20));
        verify(ledger, org.mockito.Mockito.times(20)).record(any(), eq("operator.keys-revoked"), eq("XA-1"), any());

        operator.revoke(revocation("XB-1", 1));
        assertThat(submissions.revocations())
                .extracting(it -> SignedRevocation.read(it).id()
                        + SignedRevocation.read(it).version())
                .containsExactly("XA-120", "XB-11", "XA-119", "XA-118");

        var back = anEntry()
                .of("XA-1")
                .keys(newKey(), recovery)
                .version(30)
                .signed()
                .endorse(recovery.getPrivate());
        assertThat(operator.submit(back, null)).isTrue();
        operator.revoke(revocation("XA-1", 30));
        assertThat(submissions.revokedVersion("XA-1")).isEqualTo(30);
    }

    @Test
    void of_two_revocations_of_one_version_neither_takes_back_what_the_other_says() {
        var operator = operator(false);
        var first = anEntry().of("XA-1").keys(key, recovery).signed();
        operator.submit(first, null);
        operator.admit("XA-1", first.entry().hash(), CollatingSubmissions.person("ada"));
        var noon = clock.instant();
        var late = revocation(noon.plus(Duration.ofDays(2)), noon);
        var early = revocation(noon.plus(Duration.ofDays(1)), noon);
        var farBack = revocation(noon.plus(Duration.ofDays(3)), noon.minus(Duration.ofDays(9)));

        operator.revoke(late);
        operator.revoke(early);
        assertThat(submissions.revocations()).as("the earlier one says all").containsExactly(early.json());
        operator.revoke(farBack);
        assertThat(submissions.revocations()).containsExactly(early.json(), farBack.json());

        operator.revoke(late);
        operator.revoke(early);
        assertThat(submissions.revocations()).as("nothing new").containsExactly(early.json(), farBack.json());
        verify(ledger, org.mockito.Mockito.times(3)).record(any(), eq("operator.keys-revoked"), eq("XA-1"), any());
    }

    private SignedRevocation revocation(Instant effective, Instant since) {
        return SignedRevocation.sign(NETWORK.id(), "XA-1", 1, effective, since, recovery.getPrivate());
    }

    @Test
    void what_a_participant_proves_is_seen_before_strangers() {
        var operator = operator(false);
        var first = anEntry().of("XA-1").keys(key, recovery).signed();
        operator.submit(first, null);
        operator.admit("XA-1", first.entry().hash(), CollatingSubmissions.person("ada"));
        operator.submit(stranger("XB-1"), "192.0.2.1");
        clock.forward(Duration.ofMinutes(1));
        operator.submit(anEntry().keys(key, newKey()).after(first).signed(), "192.0.2.2");

        assertThat(submissions.waiting())
                .extracting(it -> it.signed().entry().id())
                .containsExactly("XA-1", "XB-1");
    }

    private SignedRevocation revocation(String id, long version) {
        // Once: asked twice, the clock may say a later moment the second time.
        var now = clock.instant();
        return SignedRevocation.sign(NETWORK.id(), id, version, now, now, recovery.getPrivate());
    }

    @Test
    void two_persons_admit_where_it_is_set_so_and_both_are_on_record() {
        var operator = operator(true);
        var entry = stranger("XB-1");
        var hash = entry.entry().hash();
        operator.submit(entry, "192.0.2.1");

        operator.admit("XB-1", hash, CollatingSubmissions.person("ada"));
        assertThat(submissions.admitted()).isEmpty();
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> operator.admit("XB-1", hash, CollatingSubmissions.person("ada")))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("same-person"));
        assertThat(submissions.admitted()).isEmpty();

        operator.admit("XB-1", hash, CollatingSubmissions.person("bo"));
        assertThat(submissions.admitted()).singleElement().satisfies(it -> {
            assertThat(it.firstBy()).isEqualTo("ada");
            assertThat(it.decidedBy()).isEqualTo("bo");
        });
        verify(ledger)
                .record(any(Official.class), eq("operator.admission-first"), eq("XB-1"), eq(Map.of("hash", hash)));
        verify(ledger)
                .record(
                        any(Official.class),
                        eq("operator.entry-admitted"),
                        eq("XB-1"),
                        eq(Map.of("hash", hash, "first", "ada")));
    }

    /** An admission is published: a refusal that comes at the same moment must not change what is on record of it. */
    @Test
    void what_was_admitted_is_not_refused_by_a_press_at_the_same_moment() {
        var operator = operator(false);
        var entry = stranger("XB-1");
        var hash = entry.entry().hash();
        operator.submit(entry, "192.0.2.1");

        assertThat(submissions.decide("XB-1", hash, Submissions.Status.ADMITTED, "ada", clock.instant()))
                .isTrue();
        assertThat(submissions.decide("XB-1", hash, Submissions.Status.REFUSED, "bo", clock.instant()))
                .isFalse();

        assertThat(submissions.find("XB-1", hash).orElseThrow().status()).isEqualTo(Submissions.Status.ADMITTED);
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> operator.refuse("XB-1", hash, "Unknown.", CollatingSubmissions.person("bo")))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("not-waiting"));
    }

    @Test
    void who_sends_a_refused_entry_again_is_told_and_it_can_wait_anew() {
        var operator = operator(true);
        var entry = stranger("XB-1");
        var hash = entry.entry().hash();
        var ada = CollatingSubmissions.person("ada");
        operator.submit(entry, "192.0.2.1");
        operator.admit("XB-1", hash, ada);
        refused("no-reason", () -> operator.refuse("XB-1", hash, " ", ada));

        operator.refuse("XB-1", hash, "Nobody answers at its number.", ada);
        refused("refused", () -> operator.submit(entry, "192.0.2.1"));
        assertThat(new RefusedSubmissionRows(db).newest())
                .extracting(RefusedSubmissionRows.RefusedSubmission::why)
                .containsExactly("Nobody answers at its number.");

        operator.reopen("XB-1", hash, ada);
        assertThat(operator.submit(entry, "192.0.2.1")).isFalse();
        assertThat(submissions.waiting())
                .singleElement()
                .satisfies(it -> assertThat(it.firstBy()).isNull());
        assertThat(new RefusedSubmissionRows(db).newest()).isEmpty();
        refused("not-refused", () -> operator.reopen("XB-1", hash, ada));
    }

    /** Its owner revoked it while nobody looked at it. */
    @Test
    void what_was_revoked_or_overtaken_neither_waits_again_nor_is_admitted() {
        var operator = operator(false);
        var ada = CollatingSubmissions.person("ada");
        var first = anEntry().of("XA-1").keys(key, recovery).signed();
        operator.submit(first, null);
        operator.admit("XA-1", first.entry().hash(), ada);
        var stolen = anEntry().keys(key, newKey()).after(first).signed();
        var other = anEntry().keys(key, newKey()).after(first).hours("8 to 9").signed();
        var overtaken =
                anEntry().keys(key, newKey()).after(first).hours("9 to 10").signed();
        for (var each : java.util.List.of(stolen, other))
            assertThat(operator.submit(each, null)).isFalse();
        operator.refuse("XA-1", stolen.entry().hash(), "It was stolen.", ada);
        operator.submit(overtaken, null);
        operator.refuse("XA-1", overtaken.entry().hash(), "Later.", ada);

        operator.revoke(revocation("XA-1", 2));
        refused("revoked", () -> operator.reopen("XA-1", stolen.entry().hash(), ada));
        refused("revoked", () -> operator.admit("XA-1", other.entry().hash(), ada));

        var back = anEntry()
                .keys(newKey(), recovery)
                .after(first)
                .version(3)
                .signed()
                .endorse(recovery.getPrivate());
        assertThat(operator.submit(back, null)).isTrue();
        refused("older-version", () -> operator.reopen("XA-1", overtaken.entry().hash(), ada));
        refused("older-version", () -> operator.admit("XA-1", other.entry().hash(), ada));
        assertThat(submissions.admitted("XA-1").orElseThrow().signed().entry().hash())
                .isEqualTo(back.entry().hash());
    }

    @Test
    void what_waits_again_waits_behind_others_once_its_keys_prove_nothing() {
        var operator = operator(false);
        var ada = CollatingSubmissions.person("ada");
        var first = anEntry().of("XA-1").keys(key, recovery).signed();
        operator.submit(first, null);
        operator.admit("XA-1", first.entry().hash(), ada);
        var next = anEntry().keys(key, newKey()).after(first).signed();
        operator.submit(next, null);
        operator.refuse("XA-1", next.entry().hash(), "Its number is wrong.", ada);
        operator.submit(stranger("XB-1"), "192.0.2.1");
        clock.forward(Duration.ofMinutes(1));
        operator.revoke(revocation("XA-1", 1));

        operator.reopen("XA-1", next.entry().hash(), ada);
        assertThat(submissions.waiting())
                .extracting(it -> it.signed().entry().id())
                .containsExactly("XB-1", "XA-1");
    }

    private static void refused(String reason, Runnable does) {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(does::run)
                .satisfies(it -> assertThat(it.reason()).isEqualTo(reason));
    }

    @Test
    void a_name_waits_where_it_failed_and_its_owner_signs_in_from_elsewhere() {
        var people = new InMemoryUserDetailsManager(User.withUsername("ada")
                .password("{noop}open sesame")
                .authorities("admit")
                .build());
        var door = new GuardedSignIn(new FailedSignIns(db), people, clock);
        for (int n = 0; n < GuardedSignIn.FAILURES_OF_A_NAME_AT_AN_ADDRESS; n++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> door.authenticate(attempt("wrong", "192.0.2.1")));
        }

        assertThatExceptionOfType(LockedException.class)
                .isThrownBy(() -> door.authenticate(attempt("open sesame", "192.0.2.1")));
        assertThat(door.authenticate(attempt("open sesame", "192.0.2.2")).isAuthenticated())
                .isTrue();

        clock.forward(Duration.ofSeconds(61));
        assertThat(door.authenticate(attempt("open sesame", "192.0.2.1")).isAuthenticated())
                .isTrue();
    }

    @Test
    void a_network_of_ipv6_is_one_address_in_either_bound() {
        var operator = operator(false);
        for (int n = 0; n < FROM; n++) {
            operator.submit(stranger("XB-" + n), "2001:db8:1:2::" + n);
        }
        tooMany(operator, stranger("XC-1"), "2001:db8:1:2::77");
        assertThat(operator.submit(stranger("XC-1"), "2001:db8:1:3::1")).isFalse();

        var people = new InMemoryUserDetailsManager(User.withUsername("ada")
                .password("{noop}open sesame")
                .authorities("admit")
                .build());
        var door = new GuardedSignIn(new FailedSignIns(db), people, clock);
        for (int n = 0; n < GuardedSignIn.FAILURES_OF_A_NAME_AT_AN_ADDRESS; n++) {
            var attempt = attempt("wrong", "2001:db8:1:2::" + n);
            assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(() -> door.authenticate(attempt));
        }
        assertThatExceptionOfType(LockedException.class)
                .isThrownBy(() -> door.authenticate(attempt("open sesame", "2001:db8:1:2::77")));
        assertThat(door.authenticate(attempt("open sesame", "2001:db8:1:3::1")).isAuthenticated())
                .isTrue();
    }

    private static UsernamePasswordAuthenticationToken attempt(String password, String address) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated("ada", password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        return attempt;
    }

    private CollatingSubmissions operator(boolean twoPersons) {
        var publishing = mock(PublishingLists.class);
        when(publishing.root()).thenReturn(NETWORK);
        var settings = new OperatorSettings(
                Path.of("home"), false, Map.of(), Map.of(), Duration.ofDays(1), MOST, EACH, FROM, 100, twoPersons);
        return new CollatingSubmissions(
                submissions, new RefusedSubmissionRows(db), publishing, settings, ledger, clock);
    }

    private static SignedParticipantEntry stranger(String id) {
        return anEntry().of(id).signed();
    }

    private static void tooMany(CollatingSubmissions operator, SignedParticipantEntry entry, String source) {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(() -> operator.submit(entry, source))
                .satisfies(it -> assertThat(it.reason()).isEqualTo("too-many"));
    }
}
