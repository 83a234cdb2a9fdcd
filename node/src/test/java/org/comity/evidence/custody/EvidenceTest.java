package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.Item.State;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.form.Digests;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.Test;

class EvidenceTest extends OneNodesItems {

    @Test
    void what_is_added_is_sealed_matched_and_checked_without_a_node() throws Exception {
        var id = begin((long) SIZE);
        assertThat(evidence.add(id, 0, whole())).isEqualTo(SIZE);
        var sealed = evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(sealed.state()).isEqualTo(State.SEALED);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);

        var manifest = sealed.manifest().orElseThrow();
        assertThat(manifest.plain().sha256()).isEqualTo(Digests.sha256(plain));
        assertThat(evidence.custody(id))
                .extracting(CustodyEntry::n, CustodyEntry::what, CustodyEntry::official, CustodyEntry::manifest)
                .containsExactly(
                        tuple(1, Event.ADDING_BEGUN, "pia", null),
                        tuple(2, Event.SEALED, "pia", manifest.sha256()),
                        tuple(3, Event.MATCHED, "pia", manifest.sha256()));
        assertThat(practice.log).containsExactly("evidence.adding-begun", "evidence.sealed", "evidence.matched");
        assertThat(evidence.newest("t-1", true, null, 100))
                .extracting(it -> it.id())
                .containsExactly(id);
        assertThat(verify(id, manifest.sha256(), practice.identity)).isZero();
        assertThat(verify(id, manifest.sha256(), practice.recovery)).isZero();
    }

    @Test
    void what_leaves_as_a_file_was_matched_and_is_on_record_whatever_holds_it() throws Exception {
        var id = added();
        refused("not-matched", () -> evidence.exported(id, 0, false, PIA));
        assertThat(evidence.custody(id)).extracting(CustodyEntry::what).endsWith(Event.SEALED);
        evidence.match(id, PIA);
        evidence.holdByLaw(id, "Order 7", PIA);

        evidence.exported(id, 0, false, PIA);
        evidence.exported(id, 65_536, false, PIA);

        assertThat(evidence.custody(id))
                .extracting(CustodyEntry::what)
                .endsWith(Event.LEGAL_HOLD, Event.EXPORTED, Event.EXPORTED);
        assertThat(practice.log).endsWith("evidence.exported", "evidence.exported");
        evidence.keepSealed(id, PIA);
        refused("sealed-unconfirmed", () -> evidence.exported(id, 0, false, PIA));
        evidence.exported(id, 0, true, PIA);
        assertThat(evidence.custody(id)).extracting(CustodyEntry::what).endsWith(Event.KEPT_SEALED, Event.EXPORTED);
    }

    @Test
    void a_name_that_could_not_be_kept_stands_beside_the_one_that_is() {
        var said = "IMG 12:30\u202E?.jpg";
        var id = evidence.begin(new Beginning("IMG 12_30__.jpg", "image/jpeg", "t-1", null, "", false, said), PIA);
        assertThat(evidence.written(id)).hasValue(said);
        assertThat(evidence.written(begin(null))).isEmpty();
    }

    @Test
    void nothing_plain_lies_in_the_vault() throws Exception {
        Arrays.fill(plain, (byte) 'x');
        var id = begin(null);
        evidence.add(id, 0, whole());
        try (var files = Files.walk(folder.resolve("vault"))) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(Files.readString(it, java.nio.charset.StandardCharsets.ISO_8859_1))
                            .doesNotContain("xxxxxxxx"));
        }
    }

    @Test
    void an_empty_file_is_an_item() throws Exception {
        var id = begin(0L);
        evidence.add(id, 0, InputStream.nullInputStream());
        evidence.finish(id, null, PIA);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void what_was_begun_can_be_given_up_and_leaves_nothing_but_its_record() throws Exception {
        var id = begin((long) SIZE);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 10 * CHUNK));
        assertThat(evidence.unfinished(evidence.item(id).orElseThrow().thread(), 10))
                .extracting(it -> it.id())
                .contains(id);

        evidence.giveUp(id, PIA);

        assertThat(adding(id)).doesNotExist();
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.GIVEN_UP);
        assertThat(evidence.unfinished(evidence.item(id).orElseThrow().thread(), 10))
                .extracting(it -> it.id())
                .doesNotContain(id);
        assertThat(evidence.custody(id))
                .extracting(CustodyEntry::what, CustodyEntry::official)
                .containsExactly(tuple(Event.ADDING_BEGUN, "pia"), tuple(Event.GIVEN_UP, "pia"));
        assertThat(practice.log).contains("evidence.given-up");
        refused("given-up", () -> evidence.add(id, 0, whole()));
        refused("given-up", () -> evidence.finish(id, null, PIA));
        refused("given-up", () -> evidence.giveUp(id, PIA));
        refused("not-sealed", () -> evidence.match(id, PIA));
        assertThat(evidence.strays()).isEqualTo(new Evidence.Strays(java.util.List.of(), java.util.List.of()));
    }

    @Test
    void what_is_sealed_or_being_added_to_is_not_given_up() throws Exception {
        var sealed = added();
        refused("sealed", () -> evidence.giveUp(sealed, PIA));
        var id = begin(null);
        var nested = new InputStream() {
            @Override
            public int read() {
                refused("busy", () -> evidence.giveUp(id, PIA));
                return -1;
            }
        };
        evidence.add(id, 0, nested);
        assertThat(evidence.add(id, 0, whole())).isEqualTo(SIZE);
    }

    @Test
    void a_crash_while_it_is_given_up_is_made_good() throws Exception {
        var id = begin(null);
        evidence.add(id, 0, whole());
        practice.items.givenUp(id);
        evidence = practice.start();
        assertThat(adding(id)).exists();
        practice.removing().turn();
        assertThat(adding(id)).doesNotExist();
        practice.items.givenUp(id);
        practice.removing().turn();
        assertThat(practice.items.toRemove()).isEmpty();
    }

    @Test
    void what_is_not_what_was_declared_is_refused_and_stays() throws Exception {
        var id = begin((long) SIZE);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, SIZE - 1));
        refused("other-size", () -> evidence.finish(id, null, PIA));
        refused("elsewhere", () -> evidence.add(id, 5, whole()));
        refused("too-many-bytes", () -> evidence.add(id, SIZE - 1, new ByteArrayInputStream(new byte[2])));
        evidence.add(id, SIZE - 1, new ByteArrayInputStream(plain, SIZE - 1, 1));
        refused("other-hash", () -> evidence.finish(id, "00".repeat(32), PIA));
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.ADDING);
        int at = (int) evidence.reached(id);
        evidence.add(id, at, new ByteArrayInputStream(plain, at, SIZE - at));
        evidence.finish(id, Digests.sha256(plain), PIA);
        refused("sealed", () -> evidence.add(id, SIZE, whole()));
        refused("unknown", () -> evidence.reached(UUID.randomUUID()));
    }

    @Test
    void an_item_is_not_matched_while_it_is_being_added_and_names_are_plain() throws Exception {
        var id = begin(null);
        refused("not-sealed", () -> evidence.match(id, PIA));
        refused("name", () -> evidence.begin(new Beginning("../x", "text/plain", null, null), PIA));
        refused("media-type", () -> evidence.begin(new Beginning("x", "Text", null, null), PIA));
    }

    @Test
    void a_crash_between_vault_and_record_is_made_good() throws Exception {
        var id = begin(null);
        evidence.add(id, 0, whole());
        practice.ledgerFails = true;
        assertThatIllegalStateException().isThrownBy(() -> evidence.finish(id, null, PIA));
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.ADDING);
        practice.ledgerFails = false;
        evidence = practice.start();
        refused("other-hash", () -> evidence.finish(id, "00".repeat(32), PIA));
        assertThat(evidence.finish(id, Digests.sha256(plain), PIA).state()).isEqualTo(State.SEALED);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void what_is_sealed_is_matched_beside_and_after_a_restart_again() throws Exception {
        var id = added();
        evidence.matchBeside(id);
        await().until(() -> evidence.item(id).orElseThrow().state() == State.MATCHED);
        await().until(() -> evidence.matching(id).isEmpty());
        assertThat(evidence.custody(id).getLast().official()).isNull();
        var left = added();
        assertThat(practice.items.neverMatched()).containsExactly(left);
    }

    @Test
    void custody_is_neither_changed_nor_taken_out() throws Exception {
        var id = added();
        db.sql("update evidence.custody set official = 'somebody'").update();
        db.sql("delete from evidence.custody").update();
        assertThat(evidence.custody(id))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.official()).isEqualTo("pia"));
    }

    private int verify(UUID id, String manifest, HybridIdentity identity) throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), identity.secretText());
        var out = new PrintStream(new ByteArrayOutputStream());
        var arguments = new String[] {kept(id).toString(), "--manifest", manifest, "--identity", secret.toString()};
        return Verify.run(arguments, out, out);
    }
}
