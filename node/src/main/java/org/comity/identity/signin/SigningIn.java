package org.comity.identity.signin;

import java.util.Map;
import java.util.function.Supplier;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.FailedAttempts;
import org.comity.identity.secret.Secrets;
import org.comity.identity.secret.SignInRefused;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.RuleBroken;
import org.springframework.stereotype.Component;

/** A person proves who it is, by passkey or by password and one-time code; failures are on record too. */
@Component
class SigningIn {

    private final Persons persons;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final FailedAttempts attempts;
    private final Ledger ledger;

    SigningIn(Persons persons, Passkeys passkeys, Secrets secrets, FailedAttempts attempts, Ledger ledger) {
        this.persons = persons;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.attempts = attempts;
        this.ledger = ledger;
    }

    /** @param challenge taken only where nobody has to wait */
    Person byPasskey(Supplier<byte[]> challenge, String assertion, String address) {
        var verified = attempts.guard(null, address, () -> passkeys.verify(challenge.get(), assertion));
        return opened(verified.person(), "passkey");
    }

    Person byPassword(String id, String password, String code, String address) {
        try {
            secrets.prove(id, password, code, address);
        } catch (RuleBroken refused) {
            // While a name waits its failures are on record already: more lines would let anybody fill the log.
            if (!refused.code().equals(SignInRefused.WAIT)) {
                persons.find(id)
                        .ifPresent(it -> ledger.record(null, "session.refused", id, Map.of("why", refused.code())));
            }
            throw refused;
        }
        return opened(id, "password-and-code");
    }

    private Person opened(String id, String method) {
        var person = persons.find(id).filter(Person::active).orElseThrow(SignInRefused::wrong);
        ledger.record(person.official(), "session.opened", id, Map.of("method", method));
        return person;
    }
}
