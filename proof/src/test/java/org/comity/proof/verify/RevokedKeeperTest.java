package org.comity.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.comity.proof.act.TestActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.register.TestRegister;
import org.comity.proof.register.ThreadBundle;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.junit.jupiter.api.Test;

/** Rule D53 for a register: whoever holds a stolen key writes any time that suits. */
class RevokedKeeperTest extends ExportedThread {

    @Test
    void the_keepers_own_times_save_neither_its_register_nor_its_acts() throws IOException {
        assertThat(verify(zip, "--anchor", ca, "--revocations", revoked("XB-1")))
                .isEqualTo(1);
        assertThat(said.lines().filter(it -> it.contains("FAILED") && it.contains("[revocation]")))
                .anyMatch(it -> it.contains(ThreadBundle.HEAD))
                .anyMatch(it -> it.contains(ACKNOWLEDGE.id()));
    }

    @Test
    void the_keepers_entry_is_a_witness_for_the_other_partys_act() throws IOException {
        var bare = TestContainer.of(REQUEST).build();
        var acts = List.of(REQUEST, ACKNOWLEDGE);
        var first = List.of(TestRegister.next(List.of(), acts, Digests.sha256(bare)));
        var file = write(
                TestCertificates.XB_REGISTER.certificate(),
                first,
                List.of(new ThreadBundle.SealedAct(REQUEST.id(), bare)));
        assertThat(verify(file, "--anchor", ca, "--revocations", revoked("XA-1")))
                .as(said)
                .isZero();
    }

    private String revoked(String id) throws IOException {
        var later = TestCertificates.NOON.plusSeconds(86_400);
        var statement = GivenRevocationsTest.statement(TestActs.NETWORK, id, later, later);
        return Files.write(
                        folder.resolve("revocations.json"),
                        CanonicalJson.write(Map.of("revocations", List.of(statement))))
                .toString();
    }
}
