package org.comity.identity.practice;

import java.util.Comparator;
import java.util.Optional;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Duty;
import org.springframework.stereotype.Component;

/** Finds who sits in the chair of a duty: the person with the fewest other duties. */
@Component
class ChairSitters {

    private final Persons persons;

    ChairSitters(Persons persons) {
        this.persons = persons;
    }

    Optional<Person> sitter(Duty duty) {
        return persons.holding(duty).stream()
                .min(Comparator.comparingInt(person -> person.duties().size()));
    }
}
