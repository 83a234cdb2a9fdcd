package org.comity.identity.administration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.identity.administration.PersonChange.Kind;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** What an administrator gives waits here for a second person; a newer wish takes the place of an older one. */
@Component
class AskingChanges {

    private final ChangeRows rows;
    private final Persons persons;
    private final Ledger ledger;
    private final Clock clock;

    AskingChanges(ChangeRows rows, Persons persons, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.persons = persons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A link that waits already goes on waiting, with the duties as they are wanted now. */
    void ask(String person, Kind kind, Set<Duty> duties, Official by) {
        var waiting = rows.waiting(person);
        waiting.ifPresent(it -> rows.decide(it.n(), "OVERTAKEN", by.id(), clock.instant()));
        var whole = waiting.map(PersonChange::kind)
                .filter(it -> it.link() && !kind.link())
                .orElse(kind);
        put(person, whole, duties, by.id(), by);
    }

    /**
     * What gives nothing beyond a wish that waits leaves it with who asked for it, who may not confirm it.
     *
     * @return whether there is such a wish
     */
    boolean within(String person, Set<Duty> duties, Official by) {
        var waiting = rows.waiting(person).filter(it -> it.duties().containsAll(duties));
        waiting.filter(it -> !it.duties().equals(duties)).ifPresent(it -> {
            rows.decide(it.n(), "OVERTAKEN", by.id(), clock.instant());
            put(person, it.kind(), duties, it.askedBy(), by);
        });
        return waiting.isPresent();
    }

    private void put(String person, Kind whole, Set<Duty> duties, String asker, Official by) {
        rows.ask(person, whole, duties, asker, clock.instant());
        ledger.record(
                by,
                "person.change-asked",
                person,
                Map.of("change", whole.name(), "duties", AdministeringPeople.words(duties)));
    }

    /** What was taken away is not given again by a wish of before. */
    void narrow(String person, Set<Duty> duties, Official by) {
        rows.waiting(person).ifPresent(it -> {
            if (!it.kind().link()) {
                rows.decide(it.n(), "OVERTAKEN", by.id(), clock.instant());
            } else if (!within(person, duties, by)) {
                ask(person, it.kind(), duties, by);
            }
        });
    }

    void drop(String person, Official by) {
        rows.waiting(person).ifPresent(it -> rows.decide(it.n(), "OVERTAKEN", by.id(), clock.instant()));
    }

    Optional<PersonChange> of(String person) {
        return rows.waiting(person);
    }

    List<PersonChange> all() {
        return rows.waiting();
    }

    /** Somebody who is neither the asker nor the person could confirm what this official asks for. */
    boolean somebodyConfirms(Official asker) {
        return confirming().anyMatch(it -> !it.id().equals(asker.id()));
    }

    /** Names of those who may decide on it. */
    List<String> deciders(PersonChange change) {
        return confirming()
                .filter(it -> change.mayBeDecidedBy(it.official()))
                .map(Person::name)
                .toList();
    }

    private Stream<Person> confirming() {
        return Stream.of(Duty.ADMINISTRATOR, Duty.OVERSIGHT)
                .flatMap(it -> persons.holding(it).stream())
                .distinct();
    }
}
