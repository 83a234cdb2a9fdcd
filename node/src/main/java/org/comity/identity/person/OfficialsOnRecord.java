package org.comity.identity.person;

import java.util.List;
import java.util.Optional;
import org.comity.identity.Officials;
import org.comity.ui.OncePerPage;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Finds officials by id and by duty; also those who have left, by id, since their names stay on record. */
@Component
class OfficialsOnRecord implements Officials {

    private final Persons persons;

    OfficialsOnRecord(Persons persons) {
        this.persons = persons;
    }

    /** Leavers are found too: what they did keeps its author. */
    @Override
    public Optional<Official> find(String id) {
        return OncePerPage.ask("identity.official " + id, () -> persons.find(id).map(Person::official));
    }

    @Override
    public Optional<Official> present(String id) {
        return persons.find(id).filter(Person::active).map(Person::official);
    }

    @Override
    public List<Official> holding(Duty duty) {
        return OncePerPage.ask(
                "identity.holding " + duty,
                () -> persons.holding(duty).stream().map(Person::official).toList());
    }
}
