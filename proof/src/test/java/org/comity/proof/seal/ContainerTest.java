package org.comity.proof.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.proof.Verdict.Check;
import org.comity.proof.act.Act;
import org.comity.proof.act.TestActs;
import org.junit.jupiter.api.Test;

class ContainerTest {

    private static final Act ACT = TestActs.request();
    private static final Anchor SEAL = Anchor.of(TestCertificates.XA.certificate());
    private static final Anchor CA = Anchor.of(TestCertificates.CA.certificate());

    @Test
    void a_sealed_act_holds_against_its_own_certificate_and_against_its_issuer() {
        var container = Container.read(TestContainer.of(ACT).build());

        assertThat(container.act()).isEqualTo(ACT);
        assertThat(container.files().keySet()).containsExactly("act.json", "act.pdf", "approvals.json");
        for (Anchor anchor :
                new Anchor[] {SEAL, CA, Anchor.of(Anchor.fingerprint(TestCertificates.XA.certificate()))}) {
            var verdict = container.verify(anchor, Anchor.NONE, TestCertificates.NOON);
            assertThat(verdict.failed()).isEmpty();
            assertThat(verdict.holds()).isTrue();
            assertThat(verdict.act()).isEqualTo(ACT.id());
            assertThat(verdict.signer()).isEqualTo(Anchor.fingerprint(TestCertificates.XA.certificate()));
            assertThat(verdict.notChecked())
                    .extracting(Check::code)
                    .containsExactly("stamp", "rendering", "revocation");
        }
    }

    @Test
    void a_verified_stamp_says_when() {
        var container = Container.read(TestContainer.of(ACT).stamped().build());

        var verdict = container.verify(SEAL, CA, null);

        assertThat(verdict.failed()).isEmpty();
        assertThat(verdict.stamped()).isEqualTo(TestContainer.STAMPED);
        assertThat(verdict.notChecked())
                .extracting(Check::code)
                .containsExactly("stamp-revocation", "rendering", "revocation");
    }

    @Test
    void a_stamp_by_an_authority_that_was_not_given_is_named_as_unchecked() {
        var verdict = Container.read(TestContainer.of(ACT).stamped().build()).verify(SEAL);

        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.stamped()).isNull();
        assertThat(verdict.notChecked())
                .extracting(Check::code)
                .containsExactly("stamp", "validity", "rendering", "revocation");
    }

    @Test
    void nobody_is_trusted_without_an_anchor() {
        var verdict = Container.read(TestContainer.of(ACT).build()).verify(Anchor.NONE);

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.firstFailure()).map(Check::code).contains("anchor");
    }
}
