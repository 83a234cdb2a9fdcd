package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
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
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item.State;
import org.comity.evidence.ItemDestroyed;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and bytes of what was declared destroyed go, wherever a node is killed; of the rest nothing goes. */
class DestroyedTest {

    private static final Official PIA = new Official("pia", "P. Osei", "XB-1/o-3", Set.of());

    @TempDir
    Path folder;

    private PracticeEvidence practice;
    private Evidence evidence;

    @BeforeEach
    void start() throws Exception {
        practice = new PracticeEvidence(PracticeDatabase.fresh("evidence"), folder);
        evidence = practice.start();
    }

    @Test
    void key_and_bytes_go_and_manifest_and_custody_stay() throws Exception {
        var id = matched();
        var beside = matched();
        var manifest = evidence.item(id).orElseThrow().manifest().orElseThrow();

        assertThat(practice.destroying(id, PIA)).isTrue();
        assertThat(practice.destroying(id, PIA)).as("again").isFalse();
        practice.removing().turn();

        assertThat(files(id)).isEmpty();
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.DESTROYED);
        assertThat(evidence.item(id).orElseThrow().manifest())
                .hasValueSatisfying(it -> assertThat(it.sha256()).isEqualTo(manifest.sha256()));
        assertThat(evidence.custody(id))
                .extracting(CustodyEntry::what, CustodyEntry::official)
                .endsWith(tuple(Event.DESTROYING, "pia"), tuple(Event.DESTROYED, null));
        assertThat(practice.log).contains("evidence.destroying", "evidence.destroyed");
        assertThat(evidence.strays()).isEqualTo(new Evidence.Strays(List.of(), List.of()));
        assertThat(evidence.match(beside, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void nobody_opens_or_matches_it_from_the_act_on_whether_its_bytes_are_gone_or_not() throws Exception {
        var id = matched();
        practice.destroying(id, PIA);

        for (int turn = 0; turn < 2; turn++, practice.removing().turn()) {
            gone(() -> evidence.viewed(id, PIA));
            gone(() -> evidence.match(id, PIA));
            gone(() -> evidence.keepSealed(id, PIA));
            gone(() -> evidence.holdByLaw(id, "Case 4711", PIA));
            gone(() -> evidence.add(id, 0, new ByteArrayInputStream(new byte[1])));
        }
    }

    @Test
    void a_transaction_that_fails_destroys_nothing() throws Exception {
        var id = matched();

        practice.destroyingInVain(id, PIA);
        practice.removing().turn();

        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void a_kill_before_between_or_behind_the_deletes_is_made_good() throws Exception {
        var before = matched();
        var between = matched();
        var behind = matched();
        List.of(before, between, behind).forEach(it -> practice.destroying(it, PIA));
        for (Path each : files(between)) if (each.getParent().endsWith("headers")) Files.delete(each);
        for (Path each : files(behind).reversed()) Files.delete(each);
        Files.delete(place(behind).resolve("headers"));
        Files.delete(place(behind));

        evidence = practice.start();
        assertThat(evidence.strays().missing()).isEmpty();
        practice.removing().turn();

        for (var id : List.of(before, between, behind)) {
            assertThat(place(id)).doesNotExist();
            assertThat(evidence.custody(id)).extracting(CustodyEntry::what).endsWith(Event.DESTROYING, Event.DESTROYED);
        }
    }

    @Test
    void a_record_that_fails_is_written_at_the_next_turn_and_once() throws Exception {
        var id = matched();
        practice.destroying(id, PIA);
        practice.ledgerFails = true;
        practice.removing().turn();
        assertThat(evidence.custody(id)).extracting(CustodyEntry::what).doesNotContain(Event.DESTROYED);

        practice.ledgerFails = false;
        practice.removing().turn();
        practice.removing().turn();

        assertThat(evidence.custody(id)).extracting(CustodyEntry::what).containsOnlyOnce(Event.DESTROYED);
    }

    @Test
    void what_was_being_read_meanwhile_does_not_come_back() throws Exception {
        var id = matched();
        var manifest = evidence.item(id).orElseThrow().manifest().orElseThrow();
        practice.destroying(id, PIA);

        practice.recordings().entry(id, manifest, Event.MATCHED, State.MATCHED, PIA);
        practice.recordings().entry(id, manifest, Event.NOT_MATCHED, null, PIA);
        practice.scrubbing(PracticeEvidence.NOON.plus(Duration.ofDays(90))).next();

        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.DESTROYED);
        assertThat(evidence.custody(id)).extracting(CustodyEntry::what).endsWith(Event.DESTROYING);
    }

    @Test
    void what_is_held_by_law_stays_until_the_hold_ends_though_an_act_was_faster() throws Exception {
        var id = matched();
        evidence.holdByLaw(id, "Case 4711", PIA);
        refused("hold-stands", () -> evidence.holdByLaw(id, "Case 4712", PIA));
        practice.destroying(id, PIA);
        practice.removing().turn();
        assertThat(files(id)).isNotEmpty();
        assertThat(evidence.item(id).orElseThrow().legalHold()).isEqualTo("Case 4711");

        evidence.endHoldByLaw(id, PIA);
        practice.removing().turn();

        assertThat(place(id)).doesNotExist();
        assertThat(evidence.custody(id))
                .extracting(CustodyEntry::what)
                .endsWith(Event.LEGAL_HOLD, Event.DESTROYING, Event.LEGAL_HOLD_ENDED, Event.DESTROYED);
    }

    @Test
    void a_hold_has_its_reason_and_ends_once() throws Exception {
        var id = matched();
        refused("hold-words", () -> evidence.holdByLaw(id, " ", PIA));
        refused("hold-words", () -> evidence.holdByLaw(id, "x".repeat(501), PIA));
        refused("no-hold", () -> evidence.endHoldByLaw(id, PIA));
        evidence.holdByLaw(id, "x".repeat(500), PIA);
        evidence.endHoldByLaw(id, PIA);
        assertThat(evidence.item(id).orElseThrow().legalHold()).isNull();
    }

    @Test
    void what_is_being_added_is_not_destroyed() throws Exception {
        var id = evidence.begin(new Beginning("disk.img", "application/octet-stream", null, null), PIA);
        assertThat(practice.destroying(id, PIA)).isFalse();
        practice.removing().turn();
        assertThat(evidence.add(id, 0, new ByteArrayInputStream(new byte[100]))).isEqualTo(100);
    }

    private UUID matched() throws IOException {
        var id = evidence.begin(new Beginning("disk.img", "application/octet-stream", "t-1", null), PIA);
        evidence.add(id, 0, new ByteArrayInputStream(new byte[200_000]));
        evidence.finish(id, null, PIA);
        evidence.match(id, PIA);
        return id;
    }

    private Path place(UUID id) {
        return folder.resolve("kept").resolve(id.toString().substring(0, 2)).resolve(id.toString());
    }

    private List<Path> files(UUID id) throws IOException {
        if (!Files.exists(place(id))) return List.of();
        try (var files = Files.walk(place(id))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void gone(ThrowingCallable call) {
        assertThatExceptionOfType(ItemDestroyed.class).isThrownBy(call);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(call)
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence." + code));
    }
}
