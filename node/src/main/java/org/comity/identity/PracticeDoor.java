package org.comity.identity;

import java.util.Optional;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;

/** Answers other rooms whether this node may practise; asked anew each time, since a real State that joins ends it. */
public interface PracticeDoor {

    /** Whether this node is told to practise and everybody in sight is made up. */
    boolean open();

    /** Who sits in the chair of this duty; empty where the door is not open. */
    Optional<Official> sitter(Duty duty);
}
