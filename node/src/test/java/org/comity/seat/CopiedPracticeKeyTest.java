package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.casework.JointFromSeats;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Exchange;
import org.comity.exchange.SettableClock;
import org.comity.identity.PracticeDoor;
import org.comity.ledger.Ledger;
import org.comity.procedure.Procedures;
import org.comity.procedure.Requests;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.seat.SeatProof;
import org.comity.thread.Threads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever copied the file of a practice key comes to a seat, and signs there, as long as the node practises and no longer. */
class CopiedPracticeKeyTest {

    private static final String ORIGIN = "http://localhost:0";
    private static final String HASH = "00".repeat(32);
    private static final String THREAD = "0b7e1c52-3f0e-4c53-9a55-0000000000c3";
    private static final byte[] CHALLENGE = new byte[32];
    private static final SignedEntry ENTRY = new SignedEntry(
            new Entry(HASH, THREAD, 1, Entry.NOTHING_BEFORE, HASH, HASH, Instant.EPOCH, "effective", HASH), "AAAA");

    private final PracticeDoor door = mock(PracticeDoor.class);
    private final Directory directory = mock(Directory.class);
    private final SeatPersonRows rows = mock(SeatPersonRows.class);
    private final SeatVisitRows visits = mock(SeatVisitRows.class);
    private final SeatDraftRows drafts = mock(SeatDraftRows.class);
    private final Threads threads = mock(Threads.class);
    private final Exchange exchange = mock(Exchange.class);
    private final SeatKeys keys = new SeatKeys(URI.create(ORIGIN), directory, door);
    private final Clock clock = new SettableClock();
    private final SittingInSeats sitting = new SittingInSeats(rows, visits, keys, directory, mock(Ledger.class), clock);
    private final SpeakingFromSeats speaking = new SpeakingFromSeats(
            rows,
            drafts,
            mock(MakingSeatActs.class),
            mock(KeepingSeatActs.class),
            mock(ItemsAtSeats.class),
            new CollectingPasskeys(rows, keys, threads),
            mock(OpeningFromSeats.class),
            keys,
            mock(Requests.class),
            mock(JointFromSeats.class),
            mock(Procedures.class),
            threads,
            exchange,
            mock(TellingAuthorities.class),
            mock(AuthoritiesInSeats.class),
            directory,
            mock(Ledger.class),
            clock);

    private final PracticePasskey.Fresh copied = PracticePasskey.fresh();
    private final PracticePasskey.Fresh device = PracticePasskey.fresh();
    private final SeatOfPerson practised = seat("XD-1/s-1", copied, true);
    private final SeatOfPerson earnest = seat("XD-1/s-2", device, false);

    @BeforeEach
    void a_seat_with_that_key_and_one_with_a_device() {
        when(directory.find("XD-1")).thenReturn(Optional.of(mock(Participant.class)));
        when(visits.takeChallenge(any(), any())).thenReturn(Optional.of(CHALLENGE));
        when(visits.seat(any(), any(), any(), any())).thenReturn(Optional.of("seat"));
        when(rows.find("seat")).thenReturn(Optional.of(practised));
        when(rows.lockAll("XD-1")).thenReturn(List.of("seat"));
        when(rows.ofCredential(any())).thenReturn(Optional.of(practised));
        when(rows.ofPerson("XD-1/s-1")).thenReturn(Optional.of(practised));
        var give = mock(Threads.KeptAct.class);
        when(give.thread()).thenReturn("seats");
        when(give.n()).thenReturn(1L);
        when(give.envelope()).thenReturn(envelope("give", Map.of("person", "XD-1/s-1")));
        when(threads.act(HASH)).thenReturn(Optional.of(give));
        when(threads.entry("seats", 1)).thenReturn(Optional.of(ENTRY));
        when(drafts.files(any())).thenReturn(SeatFiles.NONE);
        when(exchange.send(any(), any())).thenReturn(new Threads.Kept(HASH, true, null));
    }

    @Test
    void it_signs_in_like_a_device_only_where_the_node_practises() {
        assertThatNotProved(this::signIn);
        when(door.open()).thenReturn(true);
        assertThat(signIn()).isNotEmpty();
    }

    @Test
    void who_sat_there_when_practice_ended_sits_there_no_more() {
        assertThat(sitting.present("cookie")).isEmpty();
        when(door.open()).thenReturn(true);
        assertThat(sitting.present("cookie")).contains(practised);
    }

    @Test
    void it_approves_no_act_after_practice() {
        when(drafts.lock(HASH, "XD-1")).thenReturn(Optional.of(draft(null)));

        assertThatNotProved(() -> speaking.approve(practised, HASH, asserted(copied)));
        when(door.open()).thenReturn(true);
        assertThat(speaking.approve(practised, HASH, asserted(copied))).isTrue();
    }

    @Test
    void what_it_approved_before_is_not_completed_by_a_device_after_practice() {
        var before = new SeatProof(
                List.of(SeatKeys.assertion(asserted(copied), copied.spki())),
                List.of(new SeatProof.Given(ENTRY, envelope("give", Map.of("person", "XD-1/s-1")))));
        when(drafts.lock(HASH, "XD-1")).thenReturn(Optional.of(draft(before.json())));

        assertThatNotProved(() -> speaking.approve(earnest, HASH, asserted(device)));
        when(door.open()).thenReturn(true);
        assertThat(speaking.approve(earnest, HASH, asserted(device))).isTrue();
    }

    @Test
    void a_device_needs_no_practice() {
        when(rows.ofCredential(any())).thenReturn(Optional.of(earnest));

        assertThat(sitting.signIn("cookie", device.passkey().asserted(CHALLENGE, ORIGIN)))
                .isNotEmpty();
    }

    private String signIn() {
        return sitting.signIn("cookie", copied.passkey().asserted(CHALLENGE, ORIGIN));
    }

    private static void assertThatNotProved(ThrowingCallable what) {
        assertThatExceptionOfType(SeatRefused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.code()).isEqualTo("seat.not-proved"));
    }

    private static String asserted(PracticePasskey.Fresh by) {
        return by.passkey().asserted(HexFormat.of().parseHex(HASH), ORIGIN);
    }

    private static SeatDraftRows.Written draft(byte[] assertions) {
        var act = new Act(envelope("confirm", Map.of()), Map.of()).json();
        return new SeatDraftRows.Written(HASH, "seat", "XD-1", "seats", "confirm", act, act, assertions);
    }

    private static SeatOfPerson seat(String person, PracticePasskey.Fresh key, boolean practice) {
        return new SeatOfPerson(
                "seat",
                "XD-1",
                "Ana Lorn",
                "Head of unit",
                person,
                Instant.EPOCH,
                key.passkey().credential(),
                key.spki(),
                true,
                practice,
                HASH,
                null,
                null,
                "seats",
                true,
                true,
                null);
    }

    private static Envelope envelope(String type, Map<String, String> facts) {
        return new Envelope(
                HASH,
                THREAD,
                SeatProcedure.ID,
                "other/1",
                type,
                "XA-1",
                "XD-1",
                "requested",
                Instant.EPOCH,
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(Map.of())),
                List.of());
    }
}
