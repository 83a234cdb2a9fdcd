package org.comity.identity.administration;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.identity.administration.PersonChange.Kind;
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

/**
 * An administrator keeps the list of people: takes away alone, gives only what a second person confirms. Each change is on
 * record, and a node never loses its last administrator.
 */
@Component
class AdministeringPeople {

    private final Persons persons;
    private final Enrolments enrolments;
    private final Ways ways;
    private final SignIns signIns;
    private final AskingChanges asking;
    private final Ledger ledger;

    AdministeringPeople(
            Persons persons, Enrolments enrolments, Ways ways, SignIns signIns, AskingChanges asking, Ledger ledger) {
        this.asking = asking;
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

    /**
     * The person may do nothing before a second one has confirmed it.
     *
     * @return the token of the link by which the new person makes a passkey once that is done
     */
    @Transactional
    String add(String id, String name, Set<Duty> duties, Official by) {
        persons.lockList();
        if (persons.find(id).isPresent()) {
            throw PeopleRefused.taken();
        }
        // What two officers must do, one would do alone with a second account; who left comes back to the old one.
        if (persons.all().stream().anyMatch(it -> PersonName.same(it.name(), name))) {
            throw PeopleRefused.sameName();
        }
        persons.add(id, name, Set.of());
        ledger.record(by, "person.added", id, Map.of());
        asking.ask(id, Kind.ADDED, duties, by);
        return enrolments.prepare(id, by.id());
    }

    /**
     * What is taken away counts at once; what is given, when a second person has confirmed it. A page of before neither asks
     * again for what was taken away since, nor takes away what was given.
     *
     * @param seen mark of what stood on the page
     * @return whether something waits for that
     */
    @Transactional
    boolean change(String id, Set<Duty> duties, String seen, Official by) {
        persons.lockList();
        var person = present(id);
        mustHaveSeen(person, seen);
        if (!duties.contains(Duty.ADMINISTRATOR)) {
            keepAnAdministrator(person);
        }
        var kept = EnumSet.noneOf(Duty.class);
        kept.addAll(person.duties());
        kept.retainAll(duties);
        if (!kept.equals(person.duties())) {
            persons.duties(id, kept);
            ledger.record(
                    by, "person.duties-changed", id, Map.of("before", words(person.duties()), "after", words(kept)));
        }
        if (kept.equals(duties)) {
            asking.narrow(id, duties, by);
            return false;
        }
        if (!asking.within(id, duties, by)) {
            asking.ask(id, Kind.DUTIES, duties, by);
        }
        return true;
    }

    /** A leaver: signed out everywhere at once; passkeys, password, tokens and links are gone. What was done keeps its author. */
    @Transactional
    void deactivate(String id, Official by) {
        persons.lockList();
        keepAnAdministrator(present(id));
        persons.active(id, false);
        asking.drop(id, by);
        ways.takeAll(id);
        signIns.endAll(id);
        ledger.record(by, "person.left", id, Map.of());
    }

    @Transactional
    String activate(String id, Official by) {
        persons.lockList();
        var person = person(id);
        if (person.active()) {
            throw PeopleRefused.here();
        }
        asking.ask(id, Kind.BACK, person.duties(), by);
        return enrolments.prepare(id, by.id());
    }

    /**
     * The lost passkey counts no longer from now on, and sessions opened with it end; another way waits for a second person. A wish
     * that waits is this official's from then on, so it must be the one that stood on the page: else who asked for it would be
     * the second person of their own wish.
     *
     * @param seen mark of what stood on the page
     */
    @Transactional
    String replacePasskey(String id, String seen, Official by) {
        persons.lockList();
        var person = present(id);
        mustHaveSeen(person, seen);
        ways.takeAll(id);
        signIns.endAll(id);
        ledger.record(by, "passkey.lost", id, Map.of());
        var wanted = asking.of(id).map(PersonChange::duties).orElse(person.duties());
        asking.ask(id, asking.of(id).map(PersonChange::kind).filter(Kind::link).orElse(Kind.LINK), wanted, by);
        return enrolments.prepare(id, by.id());
    }

    Optional<PersonChange> waiting(String id) {
        return asking.of(id);
    }

    /** What waits, by person. */
    Map<String, PersonChange> waiting() {
        return asking.all().stream().collect(Collectors.toMap(PersonChange::person, Function.identity()));
    }

    List<String> deciders(PersonChange change) {
        return asking.deciders(change);
    }

    boolean somebodyConfirms(Official asker) {
        return asking.somebodyConfirms(asker);
    }

    private void mustHaveSeen(Person person, String seen) {
        if (!PersonView.seen(person, asking.of(person.id()).orElse(null)).equals(seen)) {
            throw PeopleRefused.changedMeanwhile();
        }
    }

    private Person present(String id) {
        var person = person(id);
        if (!person.active()) {
            throw PeopleRefused.left();
        }
        return person;
    }

    private void keepAnAdministrator(Person person) {
        var others = persons.holding(Duty.ADMINISTRATOR).stream()
                .filter(it -> !it.id().equals(person.id()));
        if (person.duties().contains(Duty.ADMINISTRATOR) && others.findAny().isEmpty()) {
            throw PeopleRefused.lastAdministrator();
        }
    }

    static String words(Set<Duty> duties) {
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
