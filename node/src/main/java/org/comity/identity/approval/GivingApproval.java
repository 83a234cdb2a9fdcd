package org.comity.identity.approval;

import java.time.Clock;
import java.util.HexFormat;
import org.comity.directory.Directory;
import org.comity.identity.Approvals;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Secrets;
import org.comity.identity.settings.PracticeGround;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An official approves exactly these bytes: the passkey signs the act's id, which is the hash of its envelope. */
@Component
class GivingApproval implements Approvals {

    private final Persons persons;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final Directory directory;
    private final PracticeGround ground;
    private final Keeping keeping;

    GivingApproval(
            Persons persons,
            Passkeys passkeys,
            Secrets secrets,
            Directory directory,
            PracticeGround ground,
            Keeping keeping) {
        this.persons = persons;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.directory = directory;
        this.ground = ground;
        this.keeping = keeping;
    }

    @Override
    @Transactional
    public Approval approve(Official by, String act, Proof proof) {
        var person = persons.find(by.id()).filter(Person::active).orElseThrow(ApprovalRefused::noSuchOfficial);
        return switch (proof) {
            case Proof.Passkey it -> byPasskey(person, act, it.assertionJson());
            case Proof.PasswordAndCode it -> byPasswordAndCode(person, act, it);
            case Proof.Practice it -> byButton(person, act);
        };
    }

    @Override
    public String options(Official by, String act) {
        var person = persons.find(by.id()).filter(Person::active).orElseThrow(ApprovalRefused::noSuchOfficial);
        return passkeys.requestOptions(HexFormat.of().parseHex(act), person);
    }

    private Approval byPasskey(Person person, String act, String assertion) {
        var verified = passkeys.verify(HexFormat.of().parseHex(act), assertion);
        if (!verified.person().equals(person.id())) {
            throw ApprovalRefused.anotherPersonsPasskey();
        }
        return keeping.keep(person, act, "passkey", verified.credential(), assertion);
    }

    private Approval byPasswordAndCode(Person person, String act, Proof.PasswordAndCode proof) {
        if (directory.self().profile().passkeyRequired()) {
            throw ApprovalRefused.passkeyRequired();
        }
        if (!proof.act().equals(act)) throw ApprovalRefused.anotherAct();
        secrets.prove(person.id(), proof.password(), proof.code(), null);
        return keeping.keep(person, act, "password-and-code", null, null);
    }

    private Approval byButton(Person person, String act) {
        if (!ground.open()) {
            throw ApprovalRefused.practiceOnly();
        }
        return keeping.keep(person, act, "practice", null, null);
    }

    /** Keeps what was proven, once for each official and act. */
    @Component
    static class Keeping {

        private final ApprovalRows rows;
        private final Clock clock;

        Keeping(ApprovalRows rows, Clock clock) {
            this.rows = rows;
            this.clock = clock;
        }

        Approval keep(
                Person person, String act, String method, byte @Nullable [] credential, @Nullable String assertion) {
            var approval = new Approval(act, person.pseudonym(), method, clock.instant());
            if (!rows.add(person.id(), approval, credential, assertion)) {
                throw ApprovalRefused.alreadyGiven();
            }
            return approval;
        }
    }
}
