package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.comity.proof.act.TestActs;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.register.ThreadBundle.Keeper;
import org.comity.proof.register.ThreadBundle.SealedAct;
import org.comity.proof.seal.TestCertificates;
import org.junit.jupiter.api.Test;

/** Rules R36 and R37: what others hold of a register shows what one copy alone cannot. */
class KeptCopiesTest extends ExportedThread {

    @Test
    void of_one_copy_alone_nobody_knows_whether_it_goes_on() throws IOException {
        assertThat(verify(zip)).as(said).isZero();
        assertThat(said)
                .contains(
                        "not checked  Whether the register goes on behind entry 2 was not checked",
                        "nor that nothing came after the last entry that is here.");
        var other = Files.copy(zip, folder.resolve("other.zip"));
        assertThat(verify(zip, "--also", other.toString())).as(said).isZero();
        assertThat(said)
                .contains("holds        It ends with entry 2, and what was brought from elsewhere goes no further.")
                .doesNotContain("nor that nothing came after");
        for (int n = 1; n <= 2; n++) {
            var kept =
                    Files.write(folder.resolve("kept.json"), ENTRIES.get(n - 1).json());
            assertThat(verify(zip, "--head", kept.toString())).as(said).isZero();
            if (n == 2) assertThat(said).contains("goes no further. [register-end]");
            else assertThat(said).contains("goes on behind entry 2 was not checked");
        }
    }

    /** Whoever exported a day earlier has an honest copy that is shorter. */
    @Test
    void of_a_longer_copy_that_agrees_nobody_knows_whether_it_is_later_or_the_end_was_left_out() throws IOException {
        var longer = Files.copy(zip, folder.resolve("longer.zip")).toString();
        assertThat(earlier("--also", longer)).as(said).isZero();
        assertThat(said)
                .contains(
                        "not checked  The copy there agrees up to entry 1, the last one here, and goes on to entry 2: this copy was made before that, or its end was left out.",
                        "The other copy goes on behind entry 1")
                .doesNotContain("Whether the register goes on", "FAILED");

        var same = folder.resolve("earlier.zip").toString();
        for (var both : List.of(List.of(longer, same), List.of(same, longer))) {
            assertThat(earlier("--also", both.getFirst(), "--also", both.getLast()))
                    .as(said)
                    .isZero();
            assertThat(said).contains("The other copy goes on behind entry 1").doesNotContain("It ends with entry 1");
        }
    }

    /** That an entry is in this register is what is asked; it is not. */
    @Test
    void an_entry_that_was_kept_and_is_not_here_does_not_hold() throws IOException {
        var kept = Files.write(folder.resolve("kept.json"), ENTRIES.get(1).json());
        assertThat(earlier("--head", kept.toString())).isEqualTo(1);
        assertThat(said)
                .contains(
                        "The keeper signed entry 2, and it is not here: this copy was made before that, or its end was left out.",
                        "[head]");
    }

    @Test
    void a_longer_copy_that_does_not_lead_on_from_here_does_not_hold() throws IOException {
        var second = ENTRIES.getLast().entry();
        var other = TestRegister.sign(new Entry(
                second.network(),
                second.thread(),
                second.n(),
                "ab".repeat(32),
                second.act(),
                second.container(),
                second.time(),
                second.effect(),
                second.state()));
        for (var entries : List.of(List.of(ENTRIES.getFirst(), other), List.of(other))) {
            var longer = folder.resolve("longer.zip");
            Files.copy(cut(entries), longer, StandardCopyOption.REPLACE_EXISTING);
            assertThat(earlier("--also", longer.toString())).isEqualTo(1);
            assertThat(said).contains("What is there and not here does not follow entry 1. [other-copy]");
        }
    }

    /** A register that was handed over since, or whose key was renewed: the earlier copy cannot name who signs now. */
    @Test
    void an_earlier_copy_holds_though_another_key_signs_what_came_after_it() throws IOException {
        var second = ENTRIES.getLast().entry();
        for (var next : List.of(
                new Keeper("XA-1", TestCertificates.XA_REGISTER.certificate(), 2),
                new Keeper("XB-1", TestCertificates.XB_REGISTER_LATER.certificate(), 2))) {
            var key = next.participant().equals("XA-1")
                    ? TestCertificates.XA_REGISTER.key()
                    : TestCertificates.XB_REGISTER_LATER.key();
            var longer = folder.resolve("longer.zip");
            try (var out = Files.newOutputStream(longer)) {
                ThreadBundle.write(
                        out,
                        new ThreadBundle.Head(
                                TestActs.NETWORK,
                                TestActs.THREAD,
                                List.of(new Keeper("XB-1", TestCertificates.XB_REGISTER.certificate(), 1), next)),
                        List.of(ENTRIES.getFirst(), TestRegister.sign(second, key)),
                        List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
            }
            assertThat(earlier("--also", longer.toString())).as(said).isZero();
            assertThat(said)
                    .contains(
                            "goes on to entry 2: this copy was made before that, or its end was left out. Who signed entry 2 is named there only.")
                    .doesNotContain("FAILED", "proves nothing");
        }
    }

    private int earlier(String... options) throws IOException {
        var act = List.of(new SealedAct(REQUEST.id(), FIRST));
        var earlier = folder.resolve("earlier.zip");
        try (var out = Files.newOutputStream(earlier)) {
            ThreadBundle.write(
                    out,
                    new ThreadBundle.Head(
                            TestActs.NETWORK, TestActs.THREAD, "XB-1", TestCertificates.XB_REGISTER.certificate()),
                    ENTRIES.subList(0, 1),
                    act);
        }
        return verify(earlier, options);
    }

    @Test
    void what_the_keeper_did_not_sign_in_a_longer_copy_proves_nothing_and_does_not_hold() throws IOException {
        var forged = TestRegister.sign(ENTRIES.getLast().entry(), TestCertificates.XA_REGISTER.key());
        var longer = Files.copy(cut(List.of(ENTRIES.getFirst(), forged)), folder.resolve("longer.zip"));
        assertThat(verify(cut(ENTRIES.subList(0, 1)), "--also", longer.toString()))
                .isEqualTo(1);
        assertThat(said).contains("it proves nothing. [other-copy]").doesNotContain("its end was left out");
    }

    private Path cut(List<SignedEntry> entries) throws IOException {
        return write(
                TestCertificates.XB_REGISTER.certificate(),
                entries,
                List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
    }
}
