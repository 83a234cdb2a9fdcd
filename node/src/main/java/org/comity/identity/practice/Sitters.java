package org.comity.identity.practice;

import java.util.Comparator;
import java.util.Optional;
import org.comity.identity.person.Person;
import org.comity.identity.person.Persons;
import org.comity.vocabulary.Duty;
import org.springframework.stereotype.Component;

/** Who sits in the chair of a duty: the person with the fewest other duties. */
@Component
class Sitters {

    private final Persons persons;

    Sitters(Persons persons) {
        this.persons = persons;
    }

    Optional<Person> sitter(Duty duty) {
        return persons.holding(duty).stream()
                .min(Comparator.comparingInt(person -> person.duties().size()));
    }
}
