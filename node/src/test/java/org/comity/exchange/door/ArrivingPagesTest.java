package org.comity.exchange.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.Directory.Validity;
import org.comity.directory.EntryVersions;
import org.comity.directory.Participant;
import org.comity.directory.SignedParticipantEntry;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.OutgoingPages;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeSeal;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.Quotas;
import org.comity.exchange.Refusal;
import org.comity.ledger.Ledger;
import org.comity.proof.act.Act;
import org.comity.proof.act.Approval;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.Entry;
import org.comity.proof.register.PageHead;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seal.Container;
import org.comity.proof.seat.SeatAssertion;
import org.comity.proof.seat.SeatProof;
import org.comity.proof.table.JointState;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Registered;
import org.comity.thread.Procedure;
import org.comity.thread.SealedAct;
import org.comity.thread.Threads;
import org.comity.thread.Threads.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Who is asked for more, and whose seals speak against the keeper that brings them. */
class ArrivingPagesTest {

    private static final String THREAD = "00000000-0000-8000-8000-000000000001";
    private static final URI NOWHERE = URI.create("https://127.0.0.1:1/as4");
    private static final PracticeWorld WORLD = new PracticeWorld()
            .with("XA-1", NOWHERE)
            .with("XB-1", NOWHERE)
            .with("XC-1", NOWHERE)
            .with("XD-1", NOWHERE);

    private final JointThreads threads = mock(JointThreads.class);
    private final EntryVersions versions = mock(EntryVersions.class);
    private final OutgoingQueue outgoing = mock(OutgoingQueue.class);
    private final Quotas quotas = mock(Quotas.class);
    private final OutgoingPages leaving = mock(OutgoingPages.class);
    private final ShowingProofs proofs = new ShowingProofs(threads, outgoing, Clock.systemUTC());

    private Registered registered = new Registered("XC-1", Instant.parse("2027-03-01T12:00:01Z"));

    @Test
    void only_a_broken_seal_speaks_against_the_keeper() throws Exception {
        byte[] sealed =
                PracticeSeal.seal("XA-1", PracticeActs.request("XA-1", "XB-1").act());
        assertThat(sealed(Clock.systemUTC(), sealed)).containsExactly(true);

        var decadesOn = Clock.fixed(Instant.now().plusSeconds(1_700_000_000L), ZoneOffset.UTC);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> sealed(decadesOn, sealed))
                .satisfies(it -> assertThat(it.code()).isEqualTo("expired-seal"));
    }

    /** Of what the keeper says itself no other door has seen the approvals. */
    @Test
    void what_one_officer_approved_is_refused_where_the_entry_asks_for_two() throws Exception {
        var written = PracticeActs.request("XA-1", "XB-1").act();
        var one = PracticeSeal.seal("XA-1", written);
        asking(Instant.EPOCH);
        try {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> sealed(Clock.systemUTC(), one))
                    .satisfies(it -> assertThat(it.code()).isEqualTo("one-approval"));
            assertThat(sealed(Clock.systemUTC(), byTwo(written))).containsExactly(true);

            // It was said under an older entry, or while this one was not in force everywhere.
            asking(2, written.envelope().time().minus(Duration.ofDays(7)));
            earlier(1, Instant.EPOCH, false);
            assertThat(sealed(Clock.systemUTC(), one)).containsExactly(true);
        } finally {
            WORLD.with("XA-1", NOWHERE);
        }
    }

    /** Signing an entry anew, e.g. for another telephone, opens no week. */
    @Test
    void r123_what_one_officer_approved_is_refused_where_the_older_entry_asks_for_two_as_well() throws Exception {
        var written = PracticeActs.request("XA-1", "XB-1").act();
        var one = PracticeSeal.seal("XA-1", written);
        var anHourBefore = written.envelope().time().minus(Duration.ofHours(1));
        try {
            asking(2, anHourBefore);
            earlier(1, Instant.EPOCH, true);
            oneIsTooFew(one);
            assertThat(sealed(Clock.systemUTC(), byTwo(written))).containsExactly(true);

            asking(1, anHourBefore);
            when(versions.versions("XA-1")).thenReturn(List.of());
            oneIsTooFew(one);

            asking(3, anHourBefore);
            assertThat(sealed(Clock.systemUTC(), one))
                    .as("what stood before is not known here")
                    .containsExactly(true);

            asking(2, anHourBefore);
            earlier(1, Instant.EPOCH, false);
            assertThat(sealed(Clock.systemUTC(), one)).containsExactly(true);
            asking(2, anHourBefore.minus(Duration.ofDays(7)));
            oneIsTooFew(one);
        } finally {
            WORLD.with("XA-1", NOWHERE);
        }
    }

    private void oneIsTooFew(byte[] container) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> sealed(Clock.systemUTC(), container))
                .satisfies(it -> assertThat(it.code()).isEqualTo("one-approval"));
    }

    /** R154. */
    @Test
    void from_a_seat_as_many_approve_as_the_entry_of_the_authority_asks_for() throws Exception {
        var seated = mock(Container.class);
        when(seated.act())
                .thenReturn(PracticeActs.request("XA-1", "XB-1")
                        .with("facts", Map.of("recorded", "seat", "speaker", "XD-1", "key", "0".repeat(64)))
                        .act());
        when(seated.approvals()).thenReturn(List.of(approval(1), approval(2)));
        when(seated.persons()).thenCallRealMethod();
        when(seated.seat()).thenReturn(byPasskeys(1));
        asking(Instant.EPOCH);
        try {
            seals(Clock.systemUTC()).approved(WORLD.as("XB-1").get("XA-1"), seated);
            seals(Clock.systemUTC()).approvedThen(WORLD.as("XB-1").get("XA-1"), seated);

            // The host's own list counts nobody.
            WORLD.put(PracticeWorld.participant("XD-1", null, true));
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> seals(Clock.systemUTC())
                            .approvedThen(WORLD.as("XB-1").get("XA-1"), seated));
            when(seated.seat()).thenReturn(byPasskeys(2));
            seals(Clock.systemUTC()).approved(WORLD.as("XB-1").get("XA-1"), seated);
        } finally {
            WORLD.with("XA-1", NOWHERE).with("XD-1", NOWHERE);
        }
    }

    private static SeatProof byPasskeys(int officers) {
        return new SeatProof(Collections.nCopies(officers, mock(SeatAssertion.class)), List.of());
    }

    /** D51, D53: what another registered before the key was revoked stays right; the author's own word dates nothing. */
    @Test
    void under_a_revoked_key_only_what_another_registered_before_is_taken() throws Exception {
        var revoked = Instant.parse("2027-03-02T12:00:00Z");
        byte[] sealed =
                PracticeSeal.seal("XA-1", PracticeActs.request("XA-1", "XB-1").act());
        WORLD.revoked("XA-1", revoked);
        try {
            var after = Clock.fixed(revoked.plusSeconds(1), ZoneOffset.UTC);
            registered = new Registered("XC-1", revoked.minusSeconds(1));
            assertThat(sealed(after, sealed)).containsExactly(true);
            for (var wrong :
                    List.of(new Registered("XC-1", revoked), new Registered("XA-1", revoked.minusSeconds(1)))) {
                registered = wrong;
                assertThatExceptionOfType(Refused.class)
                        .isThrownBy(() -> sealed(after, sealed))
                        .satisfies(it -> assertThat(it.code()).isEqualTo("foreign-signature"));
            }
            assertThat(sealed(Clock.fixed(revoked.minusSeconds(1), ZoneOffset.UTC), sealed))
                    .as("it will be revoked")
                    .containsExactly(true);
        } finally {
            WORLD.revoked("XA-1", Instant.MAX);
        }
    }

    /** D65: whose acts stop at the door when it brings them itself, those stop whoever brings them. */
    @ParameterizedTest
    @CsvSource({"REVOKED, directory-revoked", "LAPSED, directory-lapsed"})
    void what_another_party_brings_asks_for_the_standing_of_its_author(Validity standing, String code)
            throws Exception {
        byte[] sealed =
                PracticeSeal.seal("XA-1", PracticeActs.request("XA-1", "XB-1").act());
        when(threads.take(any(SealedAct.class), any())).thenReturn(new Threads.Kept("a", false, null));
        acts().act(WORLD.as("XB-1").get("XC-1"), Container.read(sealed), sealed);
        verify(threads).take(any(SealedAct.class), any());

        WORLD.standing("XA-1", standing);
        try {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> acts().act(WORLD.as("XB-1").get("XC-1"), Container.read(sealed), sealed))
                    .satisfies(it -> assertThat(it.code()).isEqualTo(code));
        } finally {
            WORLD.standing("XA-1", Validity.VALID);
        }
        verify(threads).take(any(SealedAct.class), any());
    }

    @Test
    void what_we_have_lost_is_brought_back_to_us_however_we_stand() throws Exception {
        byte[] ours =
                PracticeSeal.seal("XB-1", PracticeActs.request("XB-1", "XA-1").act());
        when(threads.take(any(SealedAct.class), any())).thenReturn(new Threads.Kept("a", false, null));
        WORLD.standing("XB-1", Validity.LAPSED);
        try {
            acts().act(WORLD.as("XB-1").get("XC-1"), Container.read(ours), ours);
        } finally {
            WORLD.standing("XB-1", Validity.VALID);
        }
        verify(threads).take(any(SealedAct.class), any());
    }

    @Test
    void a_page_that_does_not_follow_is_asked_for_of_a_party_or_the_keeper_alone() {
        var joint = joint("XC-1", false);
        when(threads.find(THREAD)).thenReturn(Optional.of(joint));

        for (var from : List.of("XA-1", "XC-1", "XD-1")) {
            pages(Clock.systemUTC()).refused(WORLD.as("XB-1").get(from), THREAD, "page-behind");
        }

        verify(outgoing).fetch("XA-1", THREAD, 7);
        verify(outgoing).fetch("XC-1", THREAD, 7);
        verifyNoMoreInteractions(outgoing);
    }

    @Test
    void r146_an_act_that_the_keeper_keeps_back_is_asked_of_other_parties() {
        when(threads.find(THREAD)).thenReturn(Optional.of(joint("XC-1", false)));
        when(threads.neighbours(eq(THREAD), any())).thenReturn(List.of("XA-1", "XC-1"));

        pages(Clock.systemUTC()).refused(WORLD.as("XB-1").get("XC-1"), THREAD, "act-withheld");

        verify(outgoing).fetch("XA-1", THREAD, 7);
        verifyNoMoreInteractions(outgoing);
    }

    @Test
    void r132_who_is_disputed_shows_why_once_an_hour() {
        var told = head();
        var theirs = mock(SignedEntry.class);
        var ours = mock(SignedEntry.class);
        when(threads.head(told, "XA-1")).thenReturn(JointThreads.Found.NOTHING);
        when(threads.find(THREAD)).thenReturn(Optional.of(disputed()));
        when(threads.concerns(THREAD, "XA-1")).thenReturn(true);
        when(threads.proofs(THREAD, "XA-1", told)).thenReturn(List.of(theirs, ours));

        acts().head(WORLD.as("XB-1").get("XA-1"), told);
        acts().head(WORLD.as("XB-1").get("XA-1"), told);

        verify(outgoing).proof("XA-1", theirs);
        verify(outgoing).proof("XA-1", ours);
        verifyNoMoreInteractions(outgoing);
    }

    @Test
    void r132_a_stranger_is_shown_nothing_of_a_dispute() {
        var told = head();
        when(threads.head(told, "XD-1")).thenReturn(JointThreads.Found.NOTHING);
        when(threads.find(THREAD)).thenReturn(Optional.of(disputed()));
        when(threads.proofs(THREAD, "XD-1", told)).thenReturn(List.of(mock(SignedEntry.class)));

        acts().head(WORLD.as("XB-1").get("XD-1"), told);

        verifyNoMoreInteractions(outgoing);
    }

    private static JointThreads.Joint disputed() {
        var it = joint("XB-1", true);
        return new JointThreads.Joint(
                it.id(),
                it.procedure(),
                it.drill(),
                it.keeper(),
                it.weKeep(),
                it.standing(),
                it.state(),
                it.lastEntry(),
                "two-entries");
    }

    @Test
    void who_keeps_the_register_asks_nobody_for_what_is_ahead_of_it() {
        var head = head();
        when(threads.head(head, "XA-1")).thenReturn(JointThreads.Found.AHEAD);
        when(threads.find(THREAD)).thenReturn(Optional.of(joint("XB-1", true)));
        acts().head(WORLD.as("XB-1").get("XA-1"), head);
        verifyNoMoreInteractions(outgoing);

        when(threads.find(THREAD)).thenReturn(Optional.of(joint("XC-1", false)));
        acts().head(WORLD.as("XB-1").get("XA-1"), head);
        verify(outgoing).fetch("XC-1", THREAD, 7);
    }

    /** Each time the keeper gives again what came after it. */
    @Test
    void an_act_that_comes_again_is_bounded_like_a_question() throws Exception {
        var written = PracticeActs.request("XA-1", "XB-1").act();
        byte[] sealed = PracticeSeal.seal("XA-1", written);
        when(threads.take(any(SealedAct.class), any())).thenReturn(new Threads.Kept(written.id(), false, null));
        doThrow(new Refusal("too-many-waiting", "")).when(quotas).ask("XA-1");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> acts().act(WORLD.as("XB-1").get("XA-1"), Container.read(sealed), sealed));
        verify(leaving, never()).wake(any());
    }

    /** Neither by what it hears nor by a bound that it has reached. */
    @Test
    void a_fetch_of_a_stranger_is_answered_as_if_the_thread_were_not_here() throws Exception {
        when(threads.find(THREAD)).thenReturn(Optional.of(joint("XB-1", true)));
        doThrow(new Refusal("too-many-waiting", "")).when(quotas).ask("XD-1");
        var fetch = new ArrivingFetches(mock(Threads.class), outgoing, quotas, acts(), Clock.systemUTC());
        var asks = CanonicalJson.write(Map.of("after", 0, "thread", THREAD));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> fetch.take(WORLD.as("XB-1").get("XD-1"), asks))
                .satisfies(it -> assertThat(it.code()).isEqualTo("unknown-thread"));
    }

    private List<Boolean> sealed(Clock clock, byte[] container) throws Exception {
        var answers = new ArrayList<Boolean>();
        doAnswer(call -> {
                    var page = (JointThreads.Page) call.getArgument(0);
                    var act = ((JointThreads.Brought.Whole) page.acts().getFirst()).sealed();
                    answers.add(((JointThreads.Seals) call.getArgument(2)).right(act, registered));
                    return null;
                })
                .when(threads)
                .take(any(JointThreads.Page.class), any(), any());
        var head = new PageHead(THREAD, 0, List.of(), 0).json();
        pages(clock).take(WORLD.as("XB-1").get("XA-1"), List.of(head, container));
        return answers;
    }

    /** XA-1 asks for two officers, by an entry signed then. */
    private static void asking(Instant signedAt) {
        asking(1, signedAt);
    }

    /** This older entry of XA-1 was in force here. */
    private void earlier(long version, Instant signedAt, boolean twoOfficers) {
        var older = new EntryVersions.Version(
                "XA-1",
                version,
                "h" + version,
                EntryVersions.Status.BEFORE,
                EntryVersions.Source.LIST,
                null,
                signedAt,
                signedAt,
                null);
        when(versions.versions("XA-1")).thenReturn(List.of(older));
        var signed = mock(SignedParticipantEntry.class, RETURNS_DEEP_STUBS);
        when(signed.entry().profile().twoOfficers()).thenReturn(twoOfficers);
        when(versions.version("XA-1", older.hash())).thenReturn(Optional.of(signed));
    }

    private static void asking(long version, Instant signedAt) {
        var entry = PracticeWorld.participant("XA-1", PracticeWorld.node("XA-1", NOWHERE), true);
        WORLD.put(new Participant(
                entry.id(),
                entry.state(),
                entry.names(),
                entry.capitals(),
                entry.zone(),
                entry.node(),
                entry.languages(),
                entry.phone(),
                entry.mail(),
                entry.hours(),
                entry.functions(),
                entry.profile(),
                version,
                signedAt,
                entry.validUntil(),
                entry.kind()));
    }

    private static byte[] byTwo(Act act) {
        var files = ExchangeNode.files(act);
        files.put("approvals.json", Approval.write(List.of(approval(1), approval(2))));
        return PracticeSeal.of("XA-1").seal(files);
    }

    private static Approval approval(int officer) {
        return new Approval("XA-1/o-" + officer, "passkey", Instant.parse("2027-03-01T12:00:00Z"));
    }

    /** XA-1 is a party of it. */
    private static JointThreads.Joint joint(String keeper, boolean weKeep) {
        var state = JointState.read(Map.of(
                "keeper", keeper, "parties", Map.of("XA-1", Map.of("as", "member", "from", 2L)), "table", Map.of()));
        return new JointThreads.Joint(
                THREAD, "gathering/1", false, keeper, weKeep, JointThreads.OurPart.PARTY, state, 7, null);
    }

    private static SignedEntry head() {
        var hash = "0".repeat(64);
        var entry = new Entry(PracticeWorld.NETWORK, THREAD, 9, hash, hash, hash, Instant.EPOCH, "effective", hash);
        return new SignedEntry(entry, "");
    }

    private ArrivingJointActs acts() {
        return new ArrivingJointActs(
                threads,
                WORLD.as("XB-1"),
                new KnownSenders(WORLD.as("XB-1"), Clock.systemUTC()),
                seals(Clock.systemUTC()),
                quotas,
                outgoing,
                leaving,
                proofs,
                mock(Ledger.class));
    }

    private SealAtDoor seals(Clock clock) {
        return new SealAtDoor(
                WORLD.as("XB-1"), versions, new StaticListableBeanFactory().getBeanProvider(Procedure.class), clock);
    }

    private ArrivingPages pages(Clock clock) {
        return new ArrivingPages(threads, WORLD.as("XB-1"), seals(clock), mock(Quotas.class), outgoing, clock);
    }
}
