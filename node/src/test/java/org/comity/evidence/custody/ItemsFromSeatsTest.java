package org.comity.evidence.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.comity.database.PracticeDatabase;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.ItemsFromSeats.Hand;
import org.comity.evidence.SeatItemSettings;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Nobody but its own participant sees what a seat added, until an act hands it over; and nobody brings more than there is room for. */
class ItemsFromSeatsTest {

    private static final String THREAD = "11111111-2222-4333-8444-555555555555";
    private static final String HASH = "ab".repeat(32);
    private static final byte[] LOGS = "From 203.0.113.44".getBytes(UTF_8);
    private static final Hand MAIL = hand("ZZ-LakeMail", THREAD);

    private PracticeEvidence practice;
    private Evidence evidence;

    @TempDir
    private Path folder;

    @BeforeEach
    void starts() throws Exception {
        practice = new PracticeEvidence(PracticeDatabase.fresh("evidence"), folder);
        evidence = practice.start();
    }

    private static Hand hand(String participant, String thread) {
        var person = participant + "/s-1";
        return new Hand(thread, participant, new Official(person, "A. Person", person, Set.of()));
    }

    private KeepingItemsFromSeats seats() throws Exception {
        return seats(2, 1000, 2000, 0);
    }

    private KeepingItemsFromSeats seats(int files, long bytes, long aDay, int reserve) throws Exception {
        return practice.seats(
                new SeatItemSettings(
                        files, DataSize.ofBytes(bytes), DataSize.ofBytes(aDay), 1, 2, reserve, Duration.ofDays(30)),
                PracticeEvidence.NOON);
    }

    private static Evidence.Beginning file(String name) {
        return new Evidence.Beginning(name, "text/plain", null, null);
    }

    private static Item added(KeepingItemsFromSeats seats, String name) throws Exception {
        var id = seats.begin(file(name), LOGS.length, MAIL);
        seats.add(id, 0, new ByteArrayInputStream(LOGS), MAIL);
        return seats.finish(id, Digests.sha256(LOGS), MAIL);
    }

    private static void refused(String code, ThrowingCallable what) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence." + code));
    }

    @Test
    void until_it_is_handed_over_no_official_and_no_other_seat_finds_it() throws Exception {
        var seats = seats();
        var begun = seats.begin(file("begun.log"), 10, MAIL);
        var item = added(seats, "logs.txt");

        assertThat(seats.waiting(MAIL)).extracting(Item::id).containsExactlyInAnyOrder(begun, item.id());
        for (var other : List.of(hand("ZZ-OtherMail", THREAD), hand("ZZ-LakeMail", THREAD.replace('1', '9')))) {
            assertThat(seats.waiting(other)).isEmpty();
            assertThat(seats.ready(List.of(item.id().toString()), other)).isEmpty();
            refused("unknown", () -> seats.item(begun, other));
            refused("unknown", () -> seats.add(begun, 0, new ByteArrayInputStream(LOGS), other));
            refused("unknown", () -> seats.finish(begun, null, other));
            refused("unknown", () -> seats.drop(item.id(), other));
            refused("seat-gone", () -> seats.handOver(List.of(manifest(item)), HASH, other));
        }
        assertThat(evidence.item(item.id())).isEmpty();
        assertThat(evidence.newest(null, true, null, 50)).isEmpty();
        assertThat(evidence.newest(THREAD, true, null, 50)).isEmpty();
        assertThat(evidence.unfinished(null, 50)).isEmpty();
        assertThat(evidence.unfinished(THREAD, 50)).isEmpty();
        assertThat(evidence.left(THREAD).any()).isFalse();
    }

    private static String manifest(Item item) {
        return item.manifest().orElseThrow().sha256();
    }

    @Test
    void what_an_act_hands_over_is_an_item_of_the_thread_and_its_custody_says_whose_hand_gave_it() throws Exception {
        var seats = seats();
        var item = added(seats, "logs.txt");

        seats.handOver(List.of(manifest(item)), HASH, MAIL);

        assertThat(evidence.item(item.id()).orElseThrow().thread()).isEqualTo(THREAD);
        assertThat(evidence.newest(THREAD, false, null, 50))
                .extracting(Item::id)
                .containsExactly(item.id());
        assertThat(evidence.custody(item.id()))
                .filteredOn(it -> it.official() != null)
                .extracting(CustodyEntry::what)
                .containsExactly(Event.ADDING_BEGUN, Event.SEALED, Event.HANDED_OVER);
        assertThat(evidence.custody(item.id()))
                .filteredOn(it -> it.official() != null)
                .extracting(CustodyEntry::official)
                .containsOnly("ZZ-LakeMail/s-1");
        assertThat(seats.waiting(MAIL)).isEmpty();
        refused("unknown", () -> seats.drop(item.id(), MAIL));
        refused("seat-gone", () -> seats.handOver(List.of(manifest(item)), HASH, MAIL));
    }

    @Test
    void what_arrived_otherwise_than_it_was_read_is_not_sealed() throws Exception {
        var seats = seats();
        var id = seats.begin(file("logs.txt"), LOGS.length, MAIL);
        seats.add(id, 0, new ByteArrayInputStream(LOGS), MAIL);

        refused("other-hash", () -> seats.finish(id, HASH, MAIL));

        assertThat(seats.item(id, MAIL).state()).isEqualTo(State.ADDING);
    }

    @Test
    void a_seat_drops_what_it_did_not_hand_over() throws Exception {
        var seats = seats();
        var begun = seats.begin(file("begun.log"), 10, MAIL);
        var whole = added(seats, "logs.txt");

        seats.drop(begun, MAIL);
        seats.drop(whole.id(), MAIL);

        assertThat(seats.waiting(MAIL)).isEmpty();
        assertThat(last(begun)).isEqualTo(Event.GIVEN_UP);
        assertThat(last(whole.id())).isEqualTo(Event.NOT_HANDED_OVER);
        practice.removing().turn();
        assertThat(practice.items.toRemove()).isEmpty();
        refused("seat-gone", () -> seats.handOver(List.of(manifest(whole)), HASH, MAIL));
    }

    private Event last(UUID item) {
        return evidence.custody(item).getLast().what();
    }

    @Test
    void what_nobody_handed_over_goes_after_its_time() throws Exception {
        var whole = added(seats(), "logs.txt");
        var large = seats(5, 1_000_000, 1_000_000, 0);
        var begun = large.begin(file("begun.log"), 70_000, MAIL);
        large.add(begun, 0, new ByteArrayInputStream(new byte[70_000]), MAIL);
        var handed = added(large, "handed.txt");
        seats().handOver(List.of(manifest(handed)), HASH, MAIL);
        var settings = new SeatItemSettings(2, DataSize.ofBytes(1), DataSize.ofBytes(1), 1, 2, 0, Duration.ofDays(30));

        practice.seats(settings, PracticeEvidence.NOON.plus(Duration.ofDays(29)))
                .letGo();
        assertThat(seats().waiting(MAIL)).hasSize(2);
        practice.seats(settings, PracticeEvidence.NOON.plus(Duration.ofDays(31)))
                .letGo();

        assertThat(seats().waiting(MAIL)).isEmpty();
        assertThat(last(whole.id())).isEqualTo(Event.NOT_HANDED_OVER);
        assertThat(last(begun)).isEqualTo(Event.GIVEN_UP);
        assertThat(evidence.custody(whole.id()).getLast().official()).isNull();
        assertThat(evidence.item(handed.id()).orElseThrow().whole()).isTrue();
    }

    @Test
    void a_participant_brings_so_many_files_and_bytes_and_no_more() throws Exception {
        refused("seat-files", () -> seats(0, 1000, 2000, 0).begin(file("a"), 1, MAIL));
        refused("seat-bytes", () -> seats(2, 1000, 2000, 0).begin(file("a"), 1001, MAIL));
        var seats = seats(2, 1000, 1500, 0);
        var first = seats.begin(file("a"), 600, MAIL);
        refused("seat-bytes", () -> seats.begin(file("b"), 401, hand("ZZ-LakeMail", "another thread")));
        seats.begin(file("b"), 400, MAIL);
        refused("seat-files", () -> seats.begin(file("c"), 0, MAIL));
        seats.begin(file("c"), 1000, hand("ZZ-OtherMail", THREAD));

        seats.drop(first, MAIL);

        refused("seat-files", () -> seats(1, 1000, 1500, 0).begin(file("d"), 0, MAIL));
        seats.begin(file("d"), 600, MAIL);
        refused("seat-day", () -> seats(3, 5000, 1500, 0).begin(file("e"), 501, MAIL));
    }

    @Test
    void what_was_dropped_is_charged_for_the_day_with_what_came() throws Exception {
        var seats = seats(2, 1_000_000, 1_000_000, 0);
        var id = seats.begin(file("a"), 1_000_000, MAIL);
        seats.add(id, 0, new ByteArrayInputStream(new byte[200_000]), MAIL);

        seats.drop(id, MAIL);

        refused("seat-day", () -> seats.begin(file("b"), 1_000_000 - 3 * 65_536 + 1, MAIL));
        seats.begin(file("b"), 1_000_000 - 3 * 65_536, MAIL);
    }

    /** The form says how long it is; how long each of its files is, nobody says. */
    @Test
    void each_file_of_a_form_is_charged_its_own_length() throws Exception {
        var seats = seats(5, 100, 1000, 0);
        for (var each : List.of("a", "b"))
            assertThat(took(seats, each, 40).manifest().orElseThrow().plain().size())
                    .isEqualTo(40);

        refused("seat-bytes", () -> took(seats, "c", 21));

        assertThat(seats.waiting(MAIL)).extracting(Item::name).containsExactlyInAnyOrder("a", "b");
        assertThat(took(seats, "c", 20).whole()).isTrue();
        refused("seat-bytes", () -> took(seats, "d", 1));
    }

    private static Item took(KeepingItemsFromSeats seats, String name, int size) throws Exception {
        return seats.take(file(name), 200, new ByteArrayInputStream(new byte[size]), () -> MAIL);
    }

    @Test
    void a_file_of_a_form_that_went_on_while_the_thread_was_closed_is_not_taken() throws Exception {
        var seats = seats();
        var asked = new AtomicInteger();

        refused(
                "closed",
                () -> seats.take(file("a"), 200, new ByteArrayInputStream(LOGS), () -> {
                    if (asked.incrementAndGet() == 2) throw new EvidenceRefused("closed", "Meanwhile");
                    return MAIL;
                }));

        assertThat(seats.waiting(MAIL)).isEmpty();
    }

    /** Its size is not declared, and yet it has no more than was promised to it. */
    @Test
    void what_a_form_left_does_not_grow_above_its_bound() throws Exception {
        var seats = seats();
        var broken = new SequenceInputStream(new ByteArrayInputStream(LOGS), new Breaking());
        assertThatIOException().isThrownBy(() -> seats.take(file("a"), 200, broken, () -> MAIL));
        var left = seats.waiting(MAIL).getFirst().id();

        refused("too-many-bytes", () -> seats.add(left, LOGS.length, new ByteArrayInputStream(new byte[200]), MAIL));
        assertThat(seats.reached(left, MAIL)).isEqualTo(LOGS.length);
    }

    private static final class Breaking extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the line");
        }
    }

    @Test
    void all_seats_together_bring_so_many_files_at_a_time_and_whatever_reads_takes_a_turn() throws Exception {
        var seats = seats(5, 1000, 2000, 0);
        var other = hand("ZZ-OtherMail", THREAD);
        var third = hand("ZZ-ThirdMail", THREAD);
        var ours = seats.begin(file("a"), 10, MAIL);
        var second = seats.begin(file("b"), 10, MAIL);
        var theirs = seats.begin(file("c"), 10, other);
        var thirds = seats.begin(file("d"), 10, third);

        seats.add(
                ours,
                0,
                meanwhile(() -> {
                    refused("too-many-at-once", () -> seats.add(second, 0, new ByteArrayInputStream(LOGS), MAIL));
                    refused("too-many-at-once", () -> seats.reached(second, MAIL));
                    refused("too-many-at-once", () -> seats.finish(second, null, MAIL));
                    refused("too-many-at-once", () -> took(seats, "e", 1));
                    seats.add(
                            theirs,
                            0,
                            meanwhile(() -> refused("too-many-of-all", () -> seats.reached(thirds, third))),
                            other);
                }),
                MAIL);

        assertThat(seats.reached(thirds, third)).isZero();
    }

    /** While nothing of it came yet. */
    private static InputStream meanwhile(ThrowingCallable what) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    what.call();
                } catch (IOException | RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IOException(e);
                }
                return -1;
            }
        };
    }

    @Test
    void what_was_begun_and_never_came_goes_after_a_day() throws Exception {
        var seats = seats(5, 1_000_000, 2_000_000, 0);
        var empty = seats.begin(file("a"), 500_000, MAIL);
        var some = seats.begin(file("b"), 100_000, MAIL);
        seats.add(some, 0, new ByteArrayInputStream(new byte[70_000]), MAIL);
        var crashed = crashed(seats);

        later(Duration.ofHours(23)).letGo();
        assertThat(seats.waiting(MAIL)).hasSize(3);
        later(Duration.ofHours(25)).letGo();

        assertThat(seats.waiting(MAIL)).extracting(Item::id).containsExactlyInAnyOrder(some, crashed);
        assertThat(last(empty)).isEqualTo(Event.GIVEN_UP);
        seats.begin(file("c"), 800_000, MAIL);
    }

    private KeepingItemsFromSeats later(Duration after) throws Exception {
        return practice.seats(
                new SeatItemSettings(5, DataSize.ofBytes(1), DataSize.ofBytes(1), 1, 2, 0, Duration.ofDays(30)),
                PracticeEvidence.NOON.plus(after));
    }

    /** Killed when it lay in the vault whole, and was not recorded so. */
    private UUID crashed(KeepingItemsFromSeats seats) throws Exception {
        var id = seats.begin(file("crashed.txt"), LOGS.length, MAIL);
        seats.add(id, 0, new ByteArrayInputStream(LOGS), MAIL);
        practice.ledgerFails = true;
        assertThatIllegalStateException().isThrownBy(() -> seats.finish(id, null, MAIL));
        practice.ledgerFails = false;
        assertThat(seats.item(id, MAIL).state()).isEqualTo(State.ADDING);
        return id;
    }

    @Test
    void what_a_kill_left_between_vault_and_record_is_finished_or_dropped_or_goes_after_its_time() throws Exception {
        var seats = seats(5, 1000, 2000, 0);
        var finished = crashed(seats);
        var dropped = crashed(seats);
        var left = crashed(seats);
        evidence = practice.start();

        var anew = seats(5, 1000, 2000, 0);
        assertThat(anew.reached(finished, MAIL)).isEqualTo(LOGS.length);
        assertThat(anew.finish(finished, Digests.sha256(LOGS), MAIL).whole()).isTrue();
        anew.drop(dropped, MAIL);
        later(Duration.ofDays(31)).letGo();

        assertThat(anew.waiting(MAIL)).isEmpty();
        assertThat(List.of(dropped, left)).allSatisfy(it -> assertThat(last(it)).isEqualTo(Event.NOT_HANDED_OVER));
        practice.removing().turn();
        assertThat(practice.items.toRemove()).isEmpty();
        assertThat(evidence.strays().orphans()).isEmpty();
    }

    @Test
    void what_a_kill_left_sealed_is_matched_after_the_next_start() throws Exception {
        var seats = seats();
        var id = seats.begin(file("logs.txt"), LOGS.length, MAIL);
        seats.add(id, 0, new ByteArrayInputStream(LOGS), MAIL);
        evidence.finish(id, null, MAIL.person());
        assertThat(seats.item(id, MAIL).state()).isEqualTo(State.SEALED);
        evidence = practice.start();

        practice.beside().again();

        var anew = seats();
        await().until(() -> anew.item(id, MAIL).state() == State.MATCHED);
    }

    @Test
    void what_waits_at_a_seat_is_not_counted_as_the_hosts_own() throws Exception {
        var item = added(seats(), "logs.txt");
        practice.recordings().fault(item, Event.FOUND_DAMAGED);

        assertThat(practice.lines(evidence, PracticeEvidence.NOON)
                        .lines()
                        .getFirst()
                        .word())
                .isEqualTo("nothing");
    }

    @Test
    void where_the_host_has_no_room_nothing_is_begun() throws Exception {
        long most = Long.MAX_VALUE / 4;
        refused("no-room", () -> seats(2, most, most, 0).begin(file("a"), 1L << 50, MAIL));
        assertThat(seats().waiting(MAIL)).isEmpty();
    }
}
