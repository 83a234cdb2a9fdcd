package org.comity.identity.administration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.identity.passkey.Passkeys;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.identity.secret.ApiTokens;
import org.comity.identity.secret.Enrolments;
import org.comity.identity.secret.Secrets;
import org.comity.identity.signin.SignIns;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An administrator keeps the list of people; each change is on record, and a node never loses its last administrator. */
@Component
class AdministeringPeople {

    private final Persons persons;
    private final Enrolments enrolments;
    private final Ways ways;
    private final SignIns signIns;
    private final Ledger ledger;

    AdministeringPeople(Persons persons, Enrolments enrolments, Ways ways, SignIns signIns, Ledger ledger) {
        this.persons = persons;
        this.enrolments = enrolments;
        this.ways = ways;
        this.signIns = signIns;
        this.ledger = ledger;
    }

    Person person(String id) {
        return persons.find(id).orElseThrow(PeopleRefused::unknown);
    }

    List<Person> all() {
        return persons.all();
    }

    /** @return the token of the link by which the new person makes a passkey */
    @Transactional
    String add(String id, String name, Set<Duty> duties, Official by) {
        if (persons.find(id).isPresent()) {
            throw PeopleRefused.taken();
        }
        persons.add(id, name, duties);
        ledger.record(by, "person.added", id, Map.of("duties", words(duties)));
        return enrolments.issue(id, by.id());
    }

    @Transactional
    void change(String id, Set<Duty> duties, Official by) {
        var person = present(id);
        if (!duties.contains(Duty.ADMINISTRATOR)) {
            keepAnAdministrator(person);
        }
        persons.duties(id, duties);
        ledger.record(by, "person.duties-changed", id, Map.of("before", words(person.duties()), "after", words(duties)));
    }

    /** A leaver: signed out everywhere at once; passkeys, password, tokens and links are gone. What was done keeps its author. */
    @Transactional
    void deactivate(String id, Official by) {
        keepAnAdministrator(present(id));
        persons.active(id, false);
        ways.takeAll(id);
        signIns.endAll(id);
        ledger.record(by, "person.left", id, Map.of());
    }

    @Transactional
    String activate(String id, Official by) {
        person(id);
        persons.active(id, true);
        ledger.record(by, "person.returned", id, Map.of());
        return enrolments.issue(id, by.id());
    }

    /** The lost passkey counts no longer from now on, and sessions opened with it end. */
    @Transactional
    String replacePasskey(String id, Official by) {
        present(id);
        ways.takeAll(id);
        signIns.endAll(id);
        ledger.record(by, "passkey.lost", id, Map.of());
        return enrolments.issue(id, by.id());
    }

    private Person present(String id) {
        var person = person(id);
        if (!person.active()) {
            throw PeopleRefused.left();
        }
        return person;
    }

    private void keepAnAdministrator(Person person) {
        var others = persons.holding(Duty.ADMINISTRATOR).stream().filter(it -> !it.id().equals(person.id()));
        if (person.duties().contains(Duty.ADMINISTRATOR) && others.findAny().isEmpty()) {
            throw PeopleRefused.lastAdministrator();
        }
    }

    private static String words(Set<Duty> duties) {
        return duties.stream().map(Duty::name).sorted().collect(Collectors.joining(" "));
    }

    /** Every way by which a person can sign in. */
    @Component
    static class Ways {

        private final Passkeys passkeys;
        private final Secrets secrets;
        private final ApiTokens tokens;
        private final Enrolments enrolments;

        Ways(Passkeys passkeys, Secrets secrets, ApiTokens tokens, Enrolments enrolments) {
            this.passkeys = passkeys;
            this.secrets = secrets;
            this.tokens = tokens;
            this.enrolments = enrolments;
        }

        void takeAll(String person) {
            passkeys.removeAll(person);
            secrets.forget(person);
            tokens.revokeAll(person);
            enrolments.withdraw(person);
        }
    }
}
