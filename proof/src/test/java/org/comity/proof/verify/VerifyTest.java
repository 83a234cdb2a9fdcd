package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.comity.proof.act.Act;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.Entry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.SealedAct;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seal.Container;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules R70 to R79 of docs/protocol: the exported thread, and the command that checks it. */
class VerifyTest extends ExportedThread {

    @Test
    void an_exported_thread_holds() throws IOException {
        assertThat(verify(zip, "--anchor", ca)).isZero();
        assertThat(said)
                .contains(
                        "HOLDS",
                        "each of the 2 entries are what the table preservation/1 gives",
                        "Entry 1 registers exactly this container",
                        "[author]");
        assertThat(verify(unpacked(), "--anchor", ca)).isZero();
        assertThat(said).contains("HOLDS");
    }

    @Test
    void the_same_thread_gives_the_same_bytes() throws IOException {
        byte[] once = Files.readAllBytes(zip);
        export();
        assertThat(Files.readAllBytes(zip)).isEqualTo(once);
    }

    @Test
    void anchors_tied_to_participants_show_the_author() throws IOException {
        assertThat(verify(
                        zip,
                        "--anchor",
                        "XA-1=" + Anchor.fingerprint(TestCertificates.XA.certificate()),
                        "--anchor",
                        "XB-1=" + pem("xb.pem", TestCertificates.XB.certificate()),
                        "--anchor",
                        "XB-1=" + Anchor.fingerprint(TestCertificates.XB_REGISTER.certificate()),
                        "--tsa",
                        ca))
                .isZero();
        assertThat(said).contains("The signer is XA-1", "The signer is XB-1", "Stamped 2027-03-01T12:00:01Z");
    }

    @Test
    void an_anchor_of_one_participant_does_not_speak_for_another() throws IOException {
        assertThat(run(
                        zip.toString(),
                        "--anchor",
                        "XB-1=" + Anchor.fingerprint(TestCertificates.XA.certificate()),
                        "--anchor",
                        "XA-1=" + Anchor.fingerprint(TestCertificates.XB.certificate()),
                        "--anchor",
                        Anchor.fingerprint(TestCertificates.XB_REGISTER.certificate())))
                .isEqualTo(1);
        assertThat(said).contains("leads to no given anchor");
        assertThat(run(
                        zip.toString(),
                        "--anchor",
                        ca,
                        "--anchor",
                        "XA-1=" + "00".repeat(32),
                        "--anchor",
                        "XB-1/register=" + print(TestCertificates.XB_REGISTER)))
                .isEqualTo(1);
        assertThat(said).contains("does not speak for the signer");
    }

    @Test
    void one_act_is_checked_alone() throws IOException {
        var file = Files.write(folder.resolve("act.asice"), FIRST);
        assertThat(run(
                        file.toString(),
                        "--anchor",
                        "XA-1=" + print(TestCertificates.XA).toUpperCase()))
                .isZero();
        assertThat(verify(Files.write(folder.resolve("act.bin"), FIRST), "--anchor", ca))
                .isZero();
        assertThat(run(file.toString(), "--anchor", "00".repeat(32))).isEqualTo(1);
        assertThat(said).contains("does NOT hold", "[anchor]");
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(verify(file, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[container-zip]");
    }

    /** What was found: XB seals a request in the name of XA, registers it, and whoever trusts its seal is told that it holds. */
    @Test
    void whoever_seals_in_anothers_name_is_no_author() throws IOException {
        var forged = TestContainer.of(REQUEST);
        forged.signer = TestCertificates.XB;
        byte[] container = forged.build();
        var entry = TestRegister.next(List.of(), List.of(REQUEST), Digests.sha256(container));
        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                List.of(entry),
                List.of(new SealedAct(REQUEST.id(), container)));
        var register = "XB-1/register=" + print(TestCertificates.XB_REGISTER);
        var alone = Files.write(folder.resolve("act.asice"), container);
        for (var untied : List.of(ca, print(TestCertificates.XB))) {
            assertThat(run(zip.toString(), "--anchor", untied, "--anchor", register))
                    .as(said)
                    .isEqualTo(7);
            assertThat(said).contains("who sealed the acts was NOT CHECKED", "No anchor is tied to XA-1", "[author]");
            assertThat(run(alone.toString(), "--anchor", untied)).as(said).isEqualTo(7);
            run(zip.toString(), "--anchor", untied, "--anchor", register, "--json");
            assertThat(said).contains("\"result\" : \"author-unknown\"", "\"holds\" : false");
        }
        assertThat(verify(zip, "--anchor", ca)).as(said).isEqualTo(1);
        assertThat(said).contains("the anchor given for it does not speak for the signer. [author]");
    }

    /** What was found: both held without a word. */
    @Test
    void times_that_go_back_are_named_and_no_failure() throws IOException {
        var month = ENTRIES.getFirst().entry().time().minusSeconds(30 * 86_400L);
        var first = dated(ENTRIES.getFirst().entry(), month, Entry.NOTHING_BEFORE);
        var second = dated(ENTRIES.getLast().entry(), month.minusSeconds(60), first.hash());
        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                List.of(TestRegister.sign(first), TestRegister.sign(second)),
                List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
        assertThat(verify(zip, "--tsa", ca)).as(said).isZero();
        assertThat(said)
                .contains(
                        "not checked  It is dated 2027-01-30T11:59:00Z, and entry 1 before it 2027-01-30T12:00:00Z",
                        "not checked  Its entry is dated 2027-01-30T12:00:00Z, by the keeper's clock, and its time stamp 2027-03-01T12:00:01Z",
                        "each of the 2 entries are what the table preservation/1 gives");
    }

    /** What was found: XB writes any time into its register, and its own seal was said to have been valid then. */
    @Test
    void the_keepers_own_clock_shows_no_validity_of_its_own_seal() throws IOException {
        assertThat(verify(zip, "--tsa", ca)).as(said).isZero();
        assertThat(said)
                .contains(
                        "not checked  Valid at %s by the register, which the author of this act keeps"
                                .formatted(ENTRIES.getLast().entry().time()),
                        "holds        The certificate was valid at 2027-03-01T12:00:01Z. [validity]");
        var late = new TestCertificates.Request("XB-1 seal")
                .valid(TestCertificates.NOON.plusSeconds(86_400), TestCertificates.UNTIL)
                .by(TestCertificates.CA);
        var container = TestContainer.of(ACKNOWLEDGE);
        container.signer = late;
        byte[] second = container.build();
        var entries = new java.util.ArrayList<>(ENTRIES.subList(0, 1));
        entries.add(TestRegister.next(entries, List.of(REQUEST, ACKNOWLEDGE), Digests.sha256(second)));
        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                entries,
                List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), second)));
        assertThat(verify(zip, "--tsa", ca, "--anchor", "XB-1/seal=" + print(late)))
                .as("its own time contradicts it")
                .isEqualTo(1);
        assertThat(said).contains("The certificate was not valid at", "[validity]");
    }

    @Test
    void what_was_not_checked_stands_at_the_head_each_kind_once() throws IOException {
        assertThat(verify(zip)).as(said).isZero();
        var head = said.substring(0, said.indexOf("\nacts/"));
        assertThat(head)
                .contains(
                        "What was not checked, and is for you to weigh",
                        "not checked  3 times: Whether the certificate was revoked was not checked",
                        "not checked  register: Whether the register goes on behind entry 2");
        assertThat(head.lines().filter(it -> it.contains("[revocation]"))).hasSize(1);
        assertThat(verify(Files.writeString(folder.resolve("none.asice"), "none")))
                .isEqualTo(1);
        assertThat(said).doesNotContain("What was not checked");
    }

    @Test
    void the_report_says_of_which_thread_it_speaks_and_who_vouches_for_paper_and_officers() throws IOException {
        var act = Files.write(folder.resolve("act.asice"), FIRST);
        for (var each : List.of(zip, act)) {
            assertThat(verify(each)).as(said).isZero();
            assertThat(said.lines().skip(1).findFirst())
                    .hasValueSatisfying(it -> assertThat(it)
                            .contains(
                                    "thread " + REQUEST.envelope().thread(),
                                    "network " + REQUEST.envelope().network()));
            assertThat(said)
                    .contains(
                            "whether it says the same as act.json was not checked. act.json governs. [rendering]",
                            "Its author names 1 approval; that they are officers, and different ones, is its own word. How many it needs, the entry of XA-1 that was in force says");
        }
    }

    private static Entry dated(Entry of, java.time.Instant time, String previous) {
        return new Entry(
                of.network(), of.thread(), of.n(), previous, of.act(), of.container(), time, of.effect(), of.state());
    }

    @Test
    void the_verdict_can_be_read_by_machines() throws IOException {
        verify(Files.write(folder.resolve("act.asice"), FIRST), "--anchor", ca, "--tsa", ca, "--json");
        var json = tools.jackson.databind.json.JsonMapper.shared().readTree(said);
        assertThat(json.get("holds").booleanValue()).isTrue();
        assertThat(json.get("result").stringValue()).isEqualTo("holds");
        assertThat(json.get("act").stringValue()).isEqualTo(REQUEST.id());
        assertThat(json.get("stamped").stringValue()).isEqualTo("2027-03-01T12:00:01Z");
        assertThat(json.get("checks").get(0).get("outcome").stringValue()).isEqualTo("held");
        assertThat(said).contains("\"outcome\" : \"not-checked\"");
    }

    @Test
    void the_keeper_in_the_bundle_is_not_believed() throws IOException {
        var foreign = new TestCertificates.Request("XB-1 register").by(TestCertificates.OTHER_CA);
        zip = write(foreign.certificate(), ENTRIES, List.of());
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[keeper]", "[entry-signature]");
    }

    @Test
    void an_act_that_is_missing_exchanged_or_registered_otherwise_is_named() throws IOException {
        zip = write(TestCertificates.XB_REGISTER.certificate(), ENTRIES, List.of(new SealedAct(REQUEST.id(), FIRST)));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[act-missing]", ACKNOWLEDGE.id());

        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                ENTRIES,
                List.of(new SealedAct(REQUEST.id(), SECOND), new SealedAct(ACKNOWLEDGE.id(), FIRST)));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[act-id]", "another container");

        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                ENTRIES,
                List.of(
                        new SealedAct(REQUEST.id(), TestContainer.of(REQUEST).build()),
                        new SealedAct(ACKNOWLEDGE.id(), SECOND)));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("Entry 1 registers another container");
    }

    @Test
    void a_keeper_who_says_another_effect_or_state_than_the_table_is_named() throws IOException {
        var second = ENTRIES.getLast().entry();
        for (var wrong : List.of(
                List.of("already-acknowledged", second.state(), "[effect]", "gives the effect effective"),
                List.of(Entry.EFFECTIVE, "11".repeat(32), "[state]", "the state after it is another"))) {
            var lie = new Entry(
                    second.network(),
                    second.thread(),
                    2,
                    second.previous(),
                    second.act(),
                    second.container(),
                    second.time(),
                    wrong.get(0),
                    wrong.get(1));
            zip = write(
                    TestCertificates.XB_REGISTER.certificate(),
                    List.of(ENTRIES.getFirst(), TestRegister.sign(lie)),
                    List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND)));

            assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
            assertThat(said).contains("entry 2: ", wrong.get(2), wrong.get(3));
        }
    }

    /** What was found: it held, by the table of a version that its author had not named. R11, R13; the other program says the same. */
    @Tag("long")
    @Test
    void an_act_of_another_version_than_the_threads_does_not_hold() throws IOException {
        assertThat(verify(acknowledging(Map.of()))).as(said).isZero();
        for (var other : List.<Map<String, Object>>of(
                Map.of("procedure", "preservation/2"), Map.of("convention", "uncc/2"), Map.of("drill", true))) {
            assertThat(verify(acknowledging(other))).as(other + said).isEqualTo(1);
            assertThat(said).contains("Entry 2 registers an act that says", "[other-version]");
            assertThat(said.lines().filter(it -> it.startsWith("  FAILED"))).hasSize(2);
            assertThat(PythonPeer.needed()
                            .run(
                                    folder,
                                    "",
                                    "verify",
                                    zip.toString(),
                                    "--tables",
                                    Path.of("src/main/resources/org/comity/proof/table")
                                            .toAbsolutePath()
                                            .toString(),
                                    "--anchor",
                                    "XA-1/seal=" + print(TestCertificates.XA),
                                    "--anchor",
                                    "XB-1/seal=" + print(TestCertificates.XB),
                                    "--anchor",
                                    "XB-1/register=" + print(TestCertificates.XB_REGISTER))
                            .text())
                    .contains("\"failed\": [[\"other-version\", \"entry 2\"]]");
        }
    }

    @Test
    void of_an_act_whose_body_was_deleted_the_envelope_still_stands_under_its_entry() throws IOException {
        try (var out = Files.newOutputStream(zip)) {
            ThreadBundle.write(
                    out,
                    new ThreadBundle.Head(
                            TestActs.NETWORK, TestActs.THREAD, "XB-1", TestCertificates.XB_REGISTER.certificate()),
                    ENTRIES,
                    List.of(new ThreadBundle.Remaining(REQUEST.envelope()), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
        }
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(3);
        assertThat(said)
                .contains(
                        "RESULT: it holds, EXCEPT for what was deleted.",
                        "What was deleted, so that nothing proves its author",
                        "acts/" + REQUEST.id() + ".json: Only the envelope is left of request",
                        "Entry 1 of XB-1 names this act; nothing proves that XA-1 said it. [seal]");
        verify(zip, "--anchor", ca, "--json");
        var json = tools.jackson.databind.json.JsonMapper.shared().readTree(said);
        assertThat(json.get("holds").booleanValue()).isFalse();
        assertThat(json.get("result").stringValue()).isEqualTo("holds-except-deleted");
        assertThat(json.get("deleted").get(0).stringValue()).isEqualTo("acts/" + REQUEST.id() + ".json");

        var root = unpacked();
        Files.write(
                root.resolve("acts/" + REQUEST.id() + ".json"),
                CanonicalJson.write(ACKNOWLEDGE.envelope().json()));
        assertThat(verify(root, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[act-id]");
    }

    /** Else a keeper could lay any words beside the register, as if they had been said and deleted. */
    @Test
    void an_envelope_without_an_entry_is_refused() throws IOException {
        var planted = TestActs.act("withdraw", "XA-1", "XB-1", List.of(), java.util.Map.of())
                .envelope();
        var root = unpacked();
        Files.write(root.resolve("acts/" + planted.id() + ".json"), CanonicalJson.write(planted.json()));
        assertThat(verify(root, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains(planted.id(), "nothing vouches for it");
    }

    @Test
    void a_thread_without_acts_or_entries_never_holds() throws IOException {
        zip = write(TestCertificates.XB_REGISTER.certificate(), List.of(), List.of());
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("does NOT hold", "[entries]");
        zip = write(TestCertificates.XB_REGISTER.certificate(), List.of(), List.of(new SealedAct(REQUEST.id(), FIRST)));
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
        zip = write(TestCertificates.XB_REGISTER.certificate(), ENTRIES, List.of());
        assertThat(verify(zip, "--anchor", ca)).isEqualTo(1);
    }

    /** The table of faulty/1 has a hole; the thread may be as true as any. */
    @Test
    void a_fault_of_the_program_is_no_verdict() throws IOException {
        var json = new java.util.TreeMap<>(REQUEST.envelope().json());
        json.put("procedure", "faulty/1");
        var act = Act.read(CanonicalJson.write(java.util.Map.of("envelope", json, "body", REQUEST.body())));
        byte[] container = TestContainer.of(act).build();
        var entry = TestRegister.sign(TestRegister.entry(List.of(), act.id(), Digests.sha256(container)));
        zip = write(
                TestCertificates.XB_REGISTER.certificate(),
                List.of(entry),
                List.of(new SealedAct(act.id(), container)));

        assertThat(verify(zip, "--anchor", ca)).isEqualTo(5);
        assertThat(said)
                .contains("could NOT BE CHECKED, by a fault of this program")
                .doesNotContain("does NOT hold");
        assertThat(verify(zip, "--anchor", ca, "--json")).isEqualTo(5);
        assertThat(said).contains("\"result\" : \"fault-of-this-program\"", "\"holds\" : null");
    }

    @Test
    void what_nothing_vouches_for_is_named_and_does_not_fail() throws IOException {
        var other = TestContainer.of(TestActs.act("withdraw", "XA-1", "XB-1", List.of(), java.util.Map.of()));
        var root = unpacked();
        var act = Container.read(other.build()).act().id();
        Files.write(root.resolve("acts/" + act + ".asice"), other.build());
        Files.writeString(root.resolve("note.txt"), "hello");
        assertThat(verify(root, "--anchor", ca)).isZero();
        assertThat(said).contains("sent, not registered", "Nothing vouches for this file");
    }

    @Test
    void wrong_use_is_explained() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(said).contains("Say what to verify", "Usage");
        assertThat(run(zip.toString())).isEqualTo(2);
        assertThat(said).contains("at least one --anchor");
        assertThat(run(zip.toString(), "--anchor")).isEqualTo(2);
        assertThat(run(zip.toString(), "--anchor", "abc")).isEqualTo(2);
        assertThat(run(zip.toString(), "--anchor", "XB-1/other=" + "00".repeat(32)))
                .isEqualTo(2);
        assertThat(run(zip.toString(), "--anchor", "a\0b")).isEqualTo(2);
        assertThat(run(zip.toString(), "--entries", zip.toString())).isEqualTo(2);
        assertThat(run(zip.toString(), "--anchor", zip.toString())).isEqualTo(2);
        assertThat(run(folder.resolve("none").toString(), "--anchor", ca)).isEqualTo(2);
        assertThat(run(zip.toString(), "--more", "--anchor", ca)).isEqualTo(2);
        assertThat(run(zip.toString(), zip.toString(), "--anchor", ca)).isEqualTo(2);
    }
}
