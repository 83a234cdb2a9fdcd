package org.comity.evidence.custody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
                        files, DataSize.ofBytes(bytes), DataSize.ofBytes(aDay), 1, reserve, Duration.ofDays(30)),
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
        var begun = seats().begin(file("begun.log"), 10, MAIL);
        var handed = added(seats(5, 1000, 2000, 0), "handed.txt");
        seats().handOver(List.of(manifest(handed)), HASH, MAIL);
        var settings = new SeatItemSettings(2, DataSize.ofBytes(1), DataSize.ofBytes(1), 1, 0, Duration.ofDays(30));

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

        refused("seat-day", () -> seats.begin(file("d"), 501, MAIL));
        seats.begin(file("d"), 500, MAIL);
    }

    @Test
    void where_the_host_has_no_room_nothing_is_begun() throws Exception {
        long most = Long.MAX_VALUE / 4;
        refused("no-room", () -> seats(2, most, most, 0).begin(file("a"), 1L << 50, MAIL));
        assertThat(seats().waiting(MAIL)).isEmpty();
    }
}
