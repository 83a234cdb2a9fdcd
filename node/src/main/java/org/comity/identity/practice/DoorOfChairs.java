package org.comity.identity.practice;

import java.util.Optional;
import org.comity.identity.PracticeDoor;
import org.comity.identity.person.Person;
import org.comity.identity.settings.PracticeGround;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Opens what is for practice exactly where chairs can be sat in. */
@Component
class DoorOfChairs implements PracticeDoor {

    private final PracticeGround ground;
    private final ChairSitters sitters;

    DoorOfChairs(PracticeGround ground, ChairSitters sitters) {
        this.ground = ground;
        this.sitters = sitters;
    }

    @Override
    public boolean open() {
        return ground.open();
    }

    @Override
    public Optional<Official> sitter(Duty duty) {
        return open() ? sitters.sitter(duty).map(Person::official) : Optional.empty();
    }
}
