package org.comity.identity.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.comity.directory.Directory;
import org.comity.identity.Approvals;
import org.comity.identity.Approvals.Proof;
import org.comity.identity.ApprovalsKept;
import org.comity.identity.IdentityNode;
import org.comity.identity.SoftPasskey;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

@SpringBootTest(classes = IdentityNode.class)
@AutoConfigureMockMvc
class ApprovalTest {

    @Autowired
    private Approvals approvals;

    @Autowired
    private ApprovalsKept kept;

    @Autowired
    private Passkeys passkeys;

    @Autowired
    private Persons persons;

    @Autowired
    private Directory directory;

    private final String act = random();
    private Person tolva;
    private SoftPasskey key;

    @BeforeEach
    void tolvaHasAPasskey() {
        tolva = persons.find("tolva").orElseThrow();
        key = registered(tolva);
    }

    @AfterEach
    void asBefore() {
        persons.active("tolva", true);
        passkeys.of("tolva").forEach(it -> passkeys.remove("tolva", it.credential()));
        IdentityNode.passkeyRequired(directory, false);
    }

    @Test
    void a_passkey_over_the_act_approves_it_and_is_kept_for_oversight() {
        var assertion = assertion(act);
        var approval = approvals.approve(tolva.official(), act, new Proof.Passkey(assertion));

        assertThat(approval.method()).isEqualTo("passkey");
        assertThat(approval.pseudonym()).isEqualTo(tolva.pseudonym()).startsWith("XA-1/o-");
        assertThat(kept.of(act)).singleElement().satisfies(it -> {
            assertThat(it.official()).isEqualTo("tolva");
            assertThat(it.assertion()).isEqualTo(assertion);
        });
    }

    @Test
    void an_assertion_over_another_act_is_refused() {
        refused("passkey.refused", new Proof.Passkey(assertion(random())));
    }

    @Test
    void a_changed_assertion_is_refused() {
        var signature = "\"signature\":\"";
        var assertion = assertion(act);
        var at = assertion.indexOf(signature) + signature.length() + 12;
        var changed =
                assertion.substring(0, at) + (assertion.charAt(at) == 'A' ? 'B' : 'A') + assertion.substring(at + 1);
        refused("passkey.refused", new Proof.Passkey(changed));
    }

    @Test
    void an_assertion_for_another_origin_site_or_without_verification_is_refused() {
        lying(it -> it.origin = "http://localhost:8442");
        lying(it -> it.site = "evil.example");
        lying(it -> it.verified = false);
    }

    @Test
    void a_replayed_assertion_is_refused_because_the_counter_does_not_rise() {
        var assertion = assertion(act);
        approvals.approve(tolva.official(), act, new Proof.Passkey(assertion));
        refused("passkey.refused", new Proof.Passkey(assertion));
        refused("approval.already-given", new Proof.Passkey(assertion(act)));
    }

    @Test
    void another_persons_passkey_is_refused() {
        var maren = persons.find("maren").orElseThrow();
        var foreign = registered(maren);
        foreign.counter++;
        refused("approval.another-persons-passkey", new Proof.Passkey(foreign.asserted(bytes(act))));
    }

    @Test
    void an_unknown_passkey_is_refused() {
        refused("passkey.refused", new Proof.Passkey(new SoftPasskey().asserted(bytes(act))));
    }

    @Test
    void what_is_no_assertion_is_refused() {
        refused("passkey.refused", new Proof.Passkey(""));
        refused("passkey.refused", new Proof.Passkey("{}"));
        refused("passkey.refused", new Proof.Passkey("{\"id\":1}"));
        refused("passkey.refused", new Proof.Passkey("x".repeat(Passkeys.LARGEST + 1)));
    }

    @Test
    void a_leaver_approves_nothing() {
        var assertion = assertion(act);
        persons.active("tolva", false);
        refused("approval.no-such-official", new Proof.Passkey(assertion));
    }

    @Test
    void where_the_profile_demands_passkeys_a_password_does_not_count() {
        IdentityNode.passkeyRequired(directory, true);
        refused("approval.passkey-required", new Proof.PasswordAndCode(act, "a long enough password", "123456"));
    }

    @Test
    void a_password_is_for_the_act_that_was_shown() {
        IdentityNode.passkeyRequired(directory, false);
        refused("approval.another-act", new Proof.PasswordAndCode("0".repeat(64), "a long enough password", "123456"));
    }

    @Test
    void the_practice_button_counts_on_a_practice_node() {
        assertThat(approvals
                        .approve(tolva.official(), act, new Proof.Practice())
                        .method())
                .isEqualTo("practice");
    }

    private void lying(Consumer<SoftPasskey> lie) {
        var liar = registered(tolva);
        liar.counter++;
        lie.accept(liar);
        refused("passkey.refused", new Proof.Passkey(liar.asserted(bytes(act))));
    }

    private void refused(String code, Proof proof) {
        var before = kept.of(act);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> approvals.approve(tolva.official(), act, proof))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
        assertThat(kept.of(act)).isEqualTo(before);
    }

    private SoftPasskey registered(Person person) {
        var made = new SoftPasskey();
        var challenge = bytes(random());
        passkeys.register(person, challenge, "test", made.created(challenge));
        return made;
    }

    private String assertion(String over) {
        key.counter++;
        return key.asserted(bytes(over));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
