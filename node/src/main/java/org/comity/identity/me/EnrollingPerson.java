package org.comity.identity.me;

import java.util.Map;
import java.util.Optional;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.Enrolments;
import org.comity.identity.secret.Secrets;
import org.comity.identity.secret.SignInRefused;
import org.comity.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a person with a one-time link a way to sign in; the link is used up only if that succeeds. */
@Component
class EnrollingPerson {

    private final Enrolments enrolments;
    private final Persons persons;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final Ledger ledger;

    EnrollingPerson(Enrolments enrolments, Persons persons, Passkeys passkeys, Secrets secrets, Ledger ledger) {
        this.enrolments = enrolments;
        this.persons = persons;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.ledger = ledger;
    }

    Optional<Enrolments.Link> link(String token) {
        return enrolments.link(token);
    }

    /** A leaver's link opens nothing; one that waits may be of somebody who is to come back. */
    Optional<Person> person(Enrolments.Link link) {
        return persons.find(link.person()).filter(it -> link.waits() || it.active());
    }

    @Transactional
    Person byPasskey(String token, String second, byte[] challenge, String label, String credential) {
        var person = used(token, second);
        passkeys.register(person, challenge, label, credential);
        return enrolled(person, "passkey");
    }

    @Transactional
    Person byPassword(String token, String second, String password, byte[] secret, String code) {
        var person = used(token, second);
        secrets.password(person.id(), password);
        secrets.enrol(person.id(), secret, code);
        return enrolled(person, "password-and-code");
    }

    private Person used(String token, String second) {
        var link = link(token).orElseThrow(SignInRefused::wrong);
        var person = person(link).orElseThrow(SignInRefused::wrong);
        if (!enrolments.use(token, second)) {
            throw SignInRefused.notTheCode();
        }
        return person;
    }

    private Person enrolled(Person person, String method) {
        ledger.record(person.official(), "person.enrolled", person.id(), Map.of("method", method));
        return person;
    }
}
