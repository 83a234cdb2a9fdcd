package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.comity.proof.act.Act;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.Head;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.comity.proof.register.ThreadBundle.Remaining;
import org.comity.proof.register.ThreadBundle.SealedAct;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.junit.jupiter.api.Test;

/** Rules R35, R70 and R74: only the keeper counts, with a key that signs registers. */
class KeeperTest extends ExportedThread {

    private static final List<SealedAct> ACTS =
            List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND));
    private static final String[] SEALS = {
        "--anchor", "XA-1/seal=" + print(TestCertificates.XA), "--anchor", "XB-1/seal=" + print(TestCertificates.XB)
    };

    /** What was found: XA signs a register of its own of a thread that XB keeps, with times of its choosing. */
    @Test
    void a_register_that_the_other_party_made_is_refused_under_its_own_name() throws IOException {
        zip = head(new Keeper("XA-1", TestCertificates.XA_REGISTER.certificate(), 1), by(TestCertificates.XA_REGISTER));
        for (var trusting : List.of(
                List.of("--anchor", ca),
                List.of("--anchor", "XA-1=" + ca, "--anchor", "XB-1=" + ca),
                List.of("--anchor", ca, "--anchor", "XA-1/register=" + print(TestCertificates.XA_REGISTER)))) {
            assertThat(checked(trusting.toArray(String[]::new))).as(said).isEqualTo(1);
            assertThat(said)
                    .contains(
                            "thread.json: By the opening act XB-1 keeps the register, and nobody else. [keeper-party]");
        }
    }

    @Test
    void a_register_that_the_other_party_made_is_refused_under_the_keepers_name() throws IOException {
        zip = head(new Keeper("XB-1", TestCertificates.XA_REGISTER.certificate(), 1), by(TestCertificates.XA_REGISTER));
        assertThat(checked(SEALS, "--anchor", "XB-1/register=" + print(TestCertificates.XB_REGISTER)))
                .isEqualTo(1);
        assertThat(said).contains("leads to no given anchor. [keeper]");
        assertThat(checked(SEALS, "--anchor", "XA-1=" + print(TestCertificates.XA_REGISTER)))
                .isEqualTo(1);
        assertThat(said).contains("leads to no given anchor. [keeper]");
    }

    /** Whoever has any certificate under it could have made the register: that is no verdict that it holds. */
    @Test
    void an_anchor_that_is_tied_to_nobody_does_not_show_the_keeper() throws IOException {
        assertThat(checked("--anchor", ca)).isEqualTo(4);
        assertThat(said)
                .contains(
                        "who kept the register was NOT CHECKED",
                        "not checked  From entry 1 on",
                        "anybody under it could have kept this register");
        checked("--anchor", ca, "--json");
        assertThat(said).contains("\"result\" : \"keeper-unknown\"", "\"holds\" : false");
    }

    @Test
    void the_register_key_is_anchored_with_the_seal_or_apart_from_it() throws IOException {
        assertThat(checked(SEALS, "--anchor", "XB-1/register=" + print(TestCertificates.XB_REGISTER)))
                .as(said)
                .isZero();
        assertThat(checked("--anchor", "XA-1=" + ca, "--anchor", "XB-1=" + ca))
                .as(said)
                .isZero();
        assertThat(said).contains("XB-1 keeps the register, by the opening act. [keeper-party]");
        assertThat(checked("--anchor", ca, "--anchor", "XB-1/register=" + print(TestCertificates.XA_REGISTER)))
                .isEqualTo(4);
    }

    @Test
    void an_anchor_for_one_use_does_not_serve_the_other() throws IOException {
        assertThat(checked(
                        "--anchor", "XA-1/seal=" + print(TestCertificates.XA),
                        "--anchor", "XB-1/register=" + print(TestCertificates.XB),
                        "--anchor", "XB-1/register=" + print(TestCertificates.XB_REGISTER)))
                .isEqualTo(1);
        assertThat(said).contains("acts/" + ACKNOWLEDGE.id() + ".asice: Signed by", "[anchor]");
        assertThat(checked(SEALS, "--anchor", "XB-1/seal=" + print(TestCertificates.XB_REGISTER)))
                .isEqualTo(1);
        assertThat(said).contains("[keeper]");
    }

    /** Who has the fingerprints of one State alone hears which is missing; that nothing was given speaks against nobody. */
    @Test
    void where_no_fingerprint_was_given_that_is_not_checked_and_named() throws IOException {
        assertThat(checked("--anchor", "XA-1/seal=" + print(TestCertificates.XA)))
                .as(said)
                .isEqualTo(4);
        assertThat(said)
                .contains(
                        "No fingerprint was given of the seal certificate of XB-1, so whether this is its was not checked.",
                        "give --anchor XB-1/seal=… or --entries. [anchor]",
                        "No fingerprint was given of the register certificate of XB-1",
                        "give --anchor XB-1/register=… or --entries. [keeper]")
                .doesNotContain("FAILED");
        var head = said.substring(0, said.indexOf("\nacts/"));
        assertThat(head.lines().map(String::strip).filter(it -> it.startsWith("--")))
                .as("all at once")
                .containsExactly(
                        "--anchor XB-1/seal=…  the fingerprint of the seal of XB-1; its directory entry has it",
                        "--anchor XB-1/register=…  the fingerprint of the register certificate of XB-1; its directory entry has it",
                        "--entries FILE  with the entry of XA-1 that was in force",
                        "--entries FILE  with the entry of XB-1 that was in force",
                        "--revocations FILE  from the directory",
                        "--head FILE or --also FILE  the newest entry, or the export, of the other party");
        assertThat(checked(
                        "--anchor",
                        "XA-1/seal=" + print(TestCertificates.XA),
                        "--anchor",
                        "XB-1/register=" + print(TestCertificates.XB_REGISTER)))
                .as(said)
                .isEqualTo(7);
        assertThat(checked(SEALS)).as(said).isEqualTo(4);
    }

    /** What was found: of two seals that were missing the first line named one, and who gave none was told none. */
    @Test
    void each_missing_fingerprint_is_named_also_where_none_was_given() throws IOException {
        assertThat(checked("--anchor", "XC-1=" + print(TestCertificates.STRANGER)))
                .isEqualTo(4);
        var head = said.substring(0, said.indexOf("\nacts/"));
        assertThat(head.lines().filter(it -> it.contains("[anchor]")))
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).contains("seal certificate of XA-1"),
                        it -> assertThat(it).contains("seal certificate of XB-1"));
        assertThat(checked()).isEqualTo(2);
        assertThat(said)
                .contains(
                        "at least one --anchor",
                        "--anchor XA-1/seal=…  ",
                        "--anchor XB-1/seal=…  ",
                        "--anchor XB-1/register=…  ");
    }

    @Test
    void what_was_given_for_another_or_for_everybody_contradicts() throws IOException {
        for (var trusting : List.of(
                "XA-1=" + print(TestCertificates.XB),
                "XB-1/register=" + print(TestCertificates.XB),
                "XB-1=" + print(TestCertificates.STRANGER),
                print(TestCertificates.STRANGER))) {
            assertThat(checked("--anchor", "XA-1/seal=" + print(TestCertificates.XA), "--anchor", trusting))
                    .as(trusting)
                    .isEqualTo(1);
            assertThat(said).contains("FAILED       acts/%s.asice: Signed by".formatted(ACKNOWLEDGE.id()));
        }
    }

    @Test
    void a_seal_key_signs_no_register() throws IOException {
        zip = head(new Keeper("XB-1", TestCertificates.XB.certificate(), 1), by(TestCertificates.XB));
        for (var trusting : List.of(
                "XB-1=" + print(TestCertificates.XB), "XB-1=" + ca, "XB-1/register=" + print(TestCertificates.XB))) {
            assertThat(checked("--anchor", ca, "--anchor", trusting))
                    .as(trusting)
                    .isEqualTo(1);
            assertThat(said).contains("a key that seals acts; such a key signs no register. [keeper-key]");
        }
    }

    @Test
    void an_entry_made_while_the_keepers_certificate_was_not_valid_is_refused() throws IOException {
        var late = new TestCertificates.Request("XB-1 register")
                .valid(TestCertificates.NOON.plusSeconds(1), TestCertificates.UNTIL)
                .by(TestCertificates.CA);
        zip = head(new Keeper("XB-1", late.certificate(), 1), by(late));
        assertThat(checked(SEALS, "--anchor", "XB-1/register=" + print(late))).isEqualTo(1);
        assertThat(said).contains("(entry 1). [keeper-validity]").doesNotContain("(entry 2)");
    }

    @Test
    void a_register_under_two_certificates_holds_and_a_moved_border_is_refused() throws IOException {
        var first = new Keeper("XB-1", TestCertificates.XB_REGISTER.certificate(), 1);
        var later = TestCertificates.XB_REGISTER_LATER.certificate();
        var both = List.of(
                ENTRIES.getFirst(),
                TestRegister.sign(ENTRIES.getLast().entry(), TestCertificates.XB_REGISTER_LATER.key()));
        var trusting = new String[] {
            "--anchor",
            "XA-1=" + ca,
            "--anchor",
            "XB-1/seal=" + print(TestCertificates.XB),
            "--anchor",
            "XB-1/register=" + print(TestCertificates.XB_REGISTER),
            "--anchor",
            "XB-1/register=" + print(TestCertificates.XB_REGISTER_LATER)
        };
        zip = head(List.of(first, new Keeper("XB-1", later, 2)), both);
        assertThat(checked(trusting)).as(said).isZero();
        assertThat(said).contains("From entry 2 on the register is kept by XB-1");

        zip = head(List.of(first, new Keeper("XB-1", later, 3)), both);
        assertThat(checked(trusting)).isEqualTo(1);
        assertThat(said).contains("entry 2: The keeper's signature", "Entry 3, the first one under certificate");
        zip = head(List.of(first, new Keeper("XA-1", later, 2)), both);
        assertThat(checked(trusting)).isEqualTo(1);
        assertThat(said).contains("[keeper-party]");
    }

    /** As many keepers as are read: looking through all of them for each entry of each would take minutes. */
    @Test
    void a_thousand_keepers_of_many_entries_are_told_apart_in_no_time() {
        var keepers = new ArrayList<Keeper>();
        for (int i = 0; i < 1_000; i++) {
            var signer = i % 2 == 0 ? TestCertificates.XB_REGISTER : TestCertificates.XB_REGISTER_LATER;
            keepers.add(new Keeper("XB-1", signer.certificate(), 1 + 20L * i));
        }
        var first = ENTRIES.getFirst().entry();
        var entries = LongStream.rangeClosed(1, 20_000)
                .mapToObj(n -> new Entry(
                        first.network(),
                        first.thread(),
                        n,
                        first.previous(),
                        first.act(),
                        first.container(),
                        first.time(),
                        first.effect(),
                        first.state()))
                .toList();
        var trust = new GivenTrust();
        var head = new Head(TestActs.NETWORK, TestActs.THREAD, keepers);

        var checks = assertTimeoutPreemptively(
                Duration.ofMinutes(1),
                () -> new CheckingKeepers("thread.json", trust, List.of())
                        .check(head, entries, REQUEST.envelope(), null, GivenRevocations.NOT_GIVEN));

        assertThat(checks).noneMatch(it -> it.code().equals("keeper-from"));
        assertThat(List.of(head.at(0), head.at(20), head.at(21), head.at(20_000)))
                .containsExactly(keepers.get(0), keepers.get(0), keepers.get(1), keepers.get(999));
    }

    @Test
    void the_head_has_one_form_for_what_it_says() throws IOException {
        var certificate = TestCertificates.XB_REGISTER.certificate();
        var one = new Keeper("XB-1", certificate, 1);
        assertThat(new String(new Head(TestActs.NETWORK, TestActs.THREAD, List.of(one)).json()))
                .contains("comity-thread/1");
        for (var wrong : List.of(
                List.of(one, new Keeper("XB-1", certificate, 2)),
                List.of(one, new Keeper("XB-1", TestCertificates.XB_REGISTER_LATER.certificate(), 1)),
                List.of(
                        new Keeper("XB-1", certificate, 2),
                        new Keeper("XB-1", TestCertificates.XB_REGISTER_LATER.certificate(), 3)))) {
            zip = head(wrong, ENTRIES);
            assertThat(checked("--anchor", ca)).isEqualTo(1);
            assertThat(said).contains("thread.json: Not readable");
        }
        var root = unpacked();
        var json = Files.readString(root.resolve("thread.json"));
        Files.writeString(root.resolve("thread.json"), json.replaceFirst("\\{[^{}]*},", ""));
        assertThat(run(root.toString(), "--anchor", ca)).isEqualTo(1);
        assertThat(said).contains("[field]");
    }

    @Test
    void of_an_opening_that_nodes_did_not_carry_the_author_keeps_the_register_by_its_word_alone() throws IOException {
        for (var facts : List.of(Map.of("recorded", "mail"), Map.of("channel", "bag"))) {
            var json = new java.util.TreeMap<>(REQUEST.envelope().json());
            json.put("facts", facts);
            var opening = Act.read(CanonicalJson.write(Map.of("envelope", json, "body", REQUEST.body())));
            byte[] container = TestContainer.of(opening).build();
            var entry = TestRegister.next(List.of(), List.of(opening), Digests.sha256(container))
                    .entry();
            var acts = List.of(new SealedAct(opening.id(), container));
            var anchors = new String[] {
                "--anchor", "XA-1/seal=" + print(TestCertificates.XA),
                "--anchor", "XA-1/register=" + print(TestCertificates.XA_REGISTER),
                "--anchor", "XB-1/register=" + print(TestCertificates.XB_REGISTER)
            };

            zip = head(
                    List.of(new Keeper("XA-1", TestCertificates.XA_REGISTER.certificate(), 1)),
                    List.of(TestRegister.sign(entry, TestCertificates.XA_REGISTER.key())),
                    acts);
            assertThat(checked(anchors)).as(said).isEqualTo(6);
            assertThat(said)
                    .contains("BY THE WORD OF ITS KEEPER ALONE", "its entries are XA-1's word alone. [keeper-alone]");
            checked(anchors, "--json");
            assertThat(said).contains("\"result\" : \"keeper-alone\"", "\"holds\" : false");

            zip = head(
                    List.of(new Keeper("XA-1", TestCertificates.XA_REGISTER.certificate(), 1)),
                    List.of(TestRegister.sign(entry, TestCertificates.XA_REGISTER.key())),
                    List.of(new Remaining(opening.envelope())));
            assertThat(checked(anchors)).as(said).isEqualTo(6);
            assertThat(said)
                    .as("its opening makes it one party's word, not what was deleted")
                    .contains("What was deleted, so that nothing proves its author", "[keeper-alone]")
                    .doesNotContain("an export that still has it", "[only-envelopes]");

            zip = head(
                    List.of(new Keeper("XB-1", TestCertificates.XB_REGISTER.certificate(), 1)),
                    List.of(TestRegister.sign(entry)),
                    acts);
            assertThat(checked(anchors)).isEqualTo(1);
            assertThat(said).contains("By the opening act XA-1 keeps the register");
        }
    }

    @Test
    void an_act_that_names_one_that_is_not_here_says_so() throws IOException {
        var sealed = TestContainer.of(ACKNOWLEDGE);
        sealed.signer = TestCertificates.XB;
        var root = unpacked();
        Files.delete(root.resolve("acts/" + REQUEST.id() + ".asice"));
        run(root.toString(), "--anchor", ca);
        assertThat(said).contains("Its author had seen act " + REQUEST.id(), "[act-seen]");
    }

    private static List<SignedEntry> by(TestCertificates signer) {
        var all = new ArrayList<SignedEntry>();
        ENTRIES.forEach(it -> all.add(TestRegister.sign(it.entry(), signer.key())));
        return all;
    }

    private Path head(Keeper keeper, List<SignedEntry> entries) throws IOException {
        return head(List.of(keeper), entries);
    }

    private Path head(List<Keeper> keepers, List<SignedEntry> entries) throws IOException {
        return head(keepers, entries, ACTS);
    }

    private Path head(List<Keeper> keepers, List<SignedEntry> entries, List<? extends ThreadBundle.Item> acts)
            throws IOException {
        try (var out = Files.newOutputStream(zip)) {
            ThreadBundle.write(out, new Head(TestActs.NETWORK, TestActs.THREAD, keepers), entries, acts);
        }
        return zip;
    }

    private int checked(String... trusting) {
        return checked(trusting, new String[0]);
    }

    private int checked(String[] trusting, String... more) {
        var arguments = new ArrayList<>(List.of(zip.toString()));
        arguments.addAll(List.of(trusting));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }
}
