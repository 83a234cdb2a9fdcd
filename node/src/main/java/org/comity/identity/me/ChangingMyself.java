package org.comity.identity.me;

import java.util.Map;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.ApiTokens;
import org.comity.identity.secret.Secrets;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person changes how they sign in; each change is on record, and the last way in is never taken away. */
@Component
class ChangingMyself {

    private final Persons persons;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final ApiTokens tokens;
    private final Ledger ledger;

    ChangingMyself(Persons persons, Passkeys passkeys, Secrets secrets, ApiTokens tokens, Ledger ledger) {
        this.persons = persons;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.tokens = tokens;
        this.ledger = ledger;
    }

    Person person(Official by) {
        return persons.find(by.id()).orElseThrow();
    }

    @Transactional
    void addPasskey(Official by, byte[] challenge, String label, String credential) {
        passkeys.register(person(by), challenge, label, credential);
        ledger.record(by, "passkey.added", by.id(), Map.of());
    }

    @Transactional
    void renamePasskey(Official by, byte[] credential, String label) {
        passkeys.rename(by.id(), credential, label);
    }

    @Transactional
    void removePasskey(Official by, byte[] credential) {
        persons.lock(by.id());
        var enrolled = secrets.enrolled(by.id());
        if (passkeys.of(by.id()).size() < 2 && !(enrolled.password() && enrolled.code())) {
            throw new LastWayIn();
        }
        passkeys.remove(by.id(), credential);
        ledger.record(by, "passkey.removed", by.id(), Map.of());
    }

    @Transactional
    void password(Official by, String password, byte[] secret, String code) {
        secrets.password(by.id(), password);
        secrets.enrol(by.id(), secret, code);
        ledger.record(by, "password.set", by.id(), Map.of());
    }

    @Transactional
    String token(Official by, String name) {
        var token = tokens.create(by.id(), name).orElseThrow(TokenRefused::full);
        ledger.record(by, "token.made", by.id(), Map.of());
        return token;
    }

    @Transactional
    void revoke(Official by, String id) {
        tokens.revoke(by.id(), id);
        ledger.record(by, "token.revoked", by.id(), Map.of());
    }
}
