package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.junit.jupiter.api.Test;

/** What disks forget is found, what is astray is said, and nothing of it is deleted. */
class VaultCareTest extends OneNodesItems {

    private static final Instant LATER = PracticeEvidence.NOON.plus(Duration.ofDays(31));

    @Test
    void damage_is_found_when_matching_and_when_reading_again() throws Exception {
        var first = added();
        change(kept(first).resolve("payload"));
        assertThat(evidence.match(first, PIA).state()).isEqualTo(State.DAMAGED);

        var second = added();
        var month = PracticeEvidence.NOON.plus(Duration.ofDays(31));
        practice.scrubbing(month).next();
        assertThat(evidence.item(second).orElseThrow().state()).isEqualTo(State.SEALED);
        change(kept(second).resolve("payload"));
        practice.scrubbing(month.plus(Duration.ofDays(1))).next();
        assertThat(evidence.item(second).orElseThrow().state()).isEqualTo(State.SEALED);
        practice.scrubbing(month.plus(Duration.ofDays(31))).next();
        assertThat(evidence.item(second).orElseThrow().state()).isEqualTo(State.DAMAGED);
        assertThat(evidence.custody(second).getLast())
                .extracting(CustodyEntry::what, CustodyEntry::official)
                .containsExactly(Event.FOUND_DAMAGED, null);
    }

    @Test
    void a_payload_that_is_gone_is_missing_and_matched_again_when_it_lies_there_again() throws Exception {
        var id = added();
        var payload = kept(id).resolve("payload");
        Files.move(payload, folder.resolve("away"));
        practice.scrubbing(LATER).next();
        assertThat(state(id)).isEqualTo(State.MISSING);
        assertThat(evidence.custody(id).getLast().what()).isEqualTo(Event.FOUND_MISSING);
        assertThat(read(id)).isNull();
        assertThat(evidence.lost(10)).extracting(Item::id).containsExactly(id);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MISSING);
        refused("missing", () -> evidence.viewed(id, PIA));

        practice.scrubbing(LATER).next();
        assertThat(evidence.custody(id))
                .filteredOn(it -> it.what() == Event.FOUND_MISSING && it.official() == null)
                .hasSize(1);

        Files.move(folder.resolve("away"), payload);
        practice.scrubbing(LATER).next();
        await().until(() -> state(id) == State.MATCHED);
        assertThat(evidence.lost(10)).isEmpty();
    }

    @Test
    void a_vault_that_is_away_as_a_whole_makes_no_item_missing_and_counts_as_not_read() throws Exception {
        var id = added();
        Files.move(folder.resolve("vault/kept"), folder.resolve("away"));
        Files.createDirectory(folder.resolve("vault/kept"));
        practice.scrubbing(LATER).next();
        assertThat(state(id)).isEqualTo(State.SEALED);
        assertThat(read(id)).isNull();
        assertThat(practice.lines(evidence, LATER).lines().getFirst().word()).isEqualTo("unreadable");
        assertThatIOException().isThrownBy(() -> evidence.fault(id));

        Files.delete(folder.resolve("vault/kept"));
        Files.move(folder.resolve("away"), folder.resolve("vault/kept"));
        practice.scrubbing(LATER.plusSeconds(60)).next();
        assertThat(read(id)).as("it is tried again an hour later").isNull();
        practice.scrubbing(LATER.plus(Duration.ofHours(2))).next();
        assertThat(read(id)).isEqualTo(LATER.plus(Duration.ofHours(2)));
        assertThat(practice.lines(evidence, LATER).lines().getFirst().word()).isEqualTo("right");
    }

    @Test
    void a_wrapped_key_that_opens_no_more_is_found_without_reading_the_item() throws Exception {
        var changed = added();
        var gone = added();
        evidence.match(changed, PIA);
        try (var headers = Files.newDirectoryStream(kept(changed).resolve("headers"))) {
            for (var each : headers) Files.write(each, new byte[] {1, 2, 3});
        }
        try (var headers = Files.newDirectoryStream(kept(gone).resolve("headers"))) {
            for (var each : headers) Files.delete(each);
        }
        Files.delete(kept(gone).resolve("headers"));
        for (var id : java.util.List.of(changed, gone)) {
            assertThat(evidence.fault(id)).hasValue(Event.FOUND_KEYLESS);
            await().until(() -> state(id) == State.DAMAGED);
            assertThat(evidence.custody(id).getLast().what()).isEqualTo(Event.FOUND_KEYLESS);
        }
        refused("damaged", () -> evidence.viewed(changed, PIA));
    }

    @Test
    void a_payload_that_became_shorter_is_found_without_reading_the_item() throws Exception {
        var id = added();
        assertThat(evidence.fault(id)).isEmpty();
        try (var file = FileChannel.open(kept(id).resolve("payload"), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 1);
        }
        assertThat(evidence.fault(id)).hasValue(Event.FOUND_DAMAGED);
        await().until(() -> state(id) == State.DAMAGED);
    }

    @Test
    void what_somebody_failed_to_read_is_read_from_end_to_end_at_once() throws Exception {
        var id = added();
        evidence.match(id, PIA);
        change(kept(id).resolve("payload"));
        assertThat(evidence.fault(id))
                .as("a change of one bit is not seen without reading")
                .isEmpty();
        evidence.readFailed(id);
        await().until(() -> state(id) == State.DAMAGED);
        assertThat(practice.log).endsWith("evidence.found-damaged");
    }

    @Test
    void one_turn_reads_everything_that_is_due() throws Exception {
        var all = new java.util.ArrayList<UUID>();
        for (int i = 0; i < 5; i++) all.add(added());
        practice.scrubbing(LATER).next();
        assertThat(all).allSatisfy(it -> assertThat(read(it)).isEqualTo(LATER));
    }

    /** However many items there are, the next one is found without sorting them all. */
    @Test
    void an_index_has_the_order_in_which_items_are_read_again() {
        var since = LATER.atOffset(java.time.ZoneOffset.UTC);
        for (var sql : java.util.List.of(ScrubRows.TO_SCRUB, VaultCare.LONGEST_UNREAD)) {
            var plan = db.sql("explain " + sql)
                    .param("since", since)
                    .param("tried", since)
                    .query(String.class)
                    .list();
            assertThat(String.join("\n", plan)).contains("item_to_reread").doesNotContain("Sort");
        }
    }

    private State state(UUID id) {
        return evidence.item(id).orElseThrow().state();
    }

    private Instant read(UUID id) {
        return db.sql("select scrubbed_at from evidence.item where id = ?")
                .param(id)
                .query((row, n) -> org.comity.vocabulary.InstantColumn.instantIfAny(row, "scrubbed_at"))
                .list()
                .getFirst();
    }

    @Test
    void strays_are_reported_and_left_where_they_are() throws Exception {
        var id = added();
        var other = begin(null);
        assertThat(evidence.strays()).isEqualTo(new Evidence.Strays(java.util.List.of(), java.util.List.of()));
        var stray = folder.resolve("vault/adding/" + UUID.randomUUID());
        Files.createDirectories(stray);
        Files.createDirectories(folder.resolve("vault/kept/lost+found"));
        Files.move(kept(id), folder.resolve("moved"));
        var strays = evidence.strays();
        assertThat(strays.orphans()).containsExactlyInAnyOrder("adding/" + stray.getFileName(), "kept/lost+found");
        assertThat(strays.missing()).containsExactly(id);
        assertThat(stray).exists();
        assertThat(adding(other)).exists();
    }

    @Test
    void health_says_what_is_damaged_unread_and_astray() throws Exception {
        assertThat(said(PracticeEvidence.NOON)).containsExactly("reread.nothing", "strays.none", "destruction.done");
        var id = added();
        assertThat(said(PracticeEvidence.NOON)).containsExactly("reread.right", "strays.none", "destruction.done");
        assertThat(said(PracticeEvidence.NOON.plus(Duration.ofDays(34))))
                .containsExactly("reread.behind", "strays.none", "destruction.done");
        Files.createDirectories(folder.resolve("vault/kept/lost+found"));
        assertThat(said(PracticeEvidence.NOON)).containsExactly("reread.right", "strays.orphans", "destruction.done");
        Files.move(kept(id), folder.resolve("moved"));
        db.sql("update evidence.item set state = 'DAMAGED'").update();
        assertThat(said(PracticeEvidence.NOON)).containsExactly("reread.damaged", "strays.missing", "destruction.done");
    }

    @Test
    void health_says_that_what_was_declared_destroyed_waits_long_for_its_store_until_it_is_gone() throws Exception {
        var id = added();
        practice.destroying(id, PIA);
        assertThat(destruction(Duration.ofMinutes(59))).isEqualTo("GOOD done");
        assertThat(destruction(Duration.ofMinutes(90))).isEqualTo("LOOK waits n=1 PT1H30M");
        assertThat(destruction(Duration.ofDays(2))).isEqualTo("BAD waits n=1 PT48H");

        practice.removing().turn();

        assertThat(destruction(Duration.ofDays(2))).isEqualTo("GOOD done");
    }

    @Test
    void what_the_law_holds_waits_for_no_store_and_is_awaited_from_the_end_of_its_hold_on() throws Exception {
        var id = added();
        evidence.holdByLaw(id, "Case 4711", PIA);
        practice.destroying(id, PIA);
        assertThat(destruction(Duration.ofDays(2))).isEqualTo("GOOD done");

        practice.endHoldByLaw(id, PIA, PracticeEvidence.NOON.plus(Duration.ofDays(2)));

        assertThat(destruction(Duration.ofDays(2).plusMinutes(1))).isEqualTo("GOOD done");
        assertThat(destruction(Duration.ofDays(2).plusHours(2))).isEqualTo("LOOK waits n=1 PT2H");
    }

    private String destruction(Duration later) {
        var line = practice.lines(evidence, PracticeEvidence.NOON.plus(later))
                .lines()
                .getLast();
        assertThat(line.topic()).isEqualTo("destruction");
        var waits = line.facts().get("waits");
        return line.state() + " " + line.word()
                + (waits == null ? "" : " n=" + line.facts().get("n") + " " + waits);
    }

    private java.util.List<String> said(Instant at) {
        var lines = practice.lines(evidence, at);
        lines.look();
        return lines.lines().stream().map(it -> it.topic() + "." + it.word()).toList();
    }

    private static void change(Path payload) throws IOException {
        try (var file = FileChannel.open(payload, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            file.read(one, 1_000_000);
            one.put(0, (byte) (one.get(0) ^ 1)).flip();
            file.write(one, 1_000_000);
        }
    }
}
