package org.comity.casework.compose;

import java.time.Instant;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Official;

/** Calls that came before a request. */
public interface PhoneCalls {

    String AT = "call";
    String WITH = "callWith";
    String SAID = "callSaid";
    int LONGEST_PERSON = 200;
    int LONGEST_SAID = 2000;

    /** The request says that we phoned first, but not when: nothing of the call would be in the domestic file. */
    boolean untold(Draft draft);

    /** Who was spoken to; empty if that is not said. */
    String spokenTo(Draft draft);

    /**
     * Somebody there was spoken to, if the request says so; kept beside the draft as if its page had said it. Told again, its
     * hour stays.
     */
    void told(Draft draft, Instant at, String person, Official by);
}
