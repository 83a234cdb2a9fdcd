package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.register.TestRegister;
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

    @Test
    void a_longer_copy_shows_that_the_end_was_cut() throws IOException {
        var longer = Files.copy(zip, folder.resolve("longer.zip")).toString();
        assertThat(verify(cut(ENTRIES.subList(0, 1)), "--also", longer)).isEqualTo(1);
        assertThat(said)
                .contains("The keeper signed entry 2, and it is not here: the end was cut. [other-copy]")
                .doesNotContain("Equal in the 1 entries");
    }

    @Test
    void what_the_keeper_did_not_sign_in_a_longer_copy_proves_nothing_and_does_not_hold() throws IOException {
        var forged = TestRegister.sign(ENTRIES.getLast().entry(), TestCertificates.XA_REGISTER.key());
        var longer = Files.copy(cut(List.of(ENTRIES.getFirst(), forged)), folder.resolve("longer.zip"));
        assertThat(verify(cut(ENTRIES.subList(0, 1)), "--also", longer.toString()))
                .isEqualTo(1);
        assertThat(said).contains("it proves nothing. [other-copy]").doesNotContain("the end was cut");
    }

    private Path cut(List<SignedEntry> entries) throws IOException {
        return write(
                TestCertificates.XB_REGISTER.certificate(),
                entries,
                List.of(new SealedAct(REQUEST.id(), FIRST), new SealedAct(ACKNOWLEDGE.id(), SECOND)));
    }
}
