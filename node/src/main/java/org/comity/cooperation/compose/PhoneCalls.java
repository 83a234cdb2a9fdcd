package org.comity.cooperation.compose;

import org.comity.cooperation.Draft;

/** Calls that came before a request. */
public interface PhoneCalls {

    String AT = "call";
    String WITH = "callWith";
    String SAID = "callSaid";
    int LONGEST_PERSON = 200;
    int LONGEST_SAID = 2000;

    /** The request says that we phoned first, but not when: nothing of the call would be in the domestic file. */
    boolean untold(Draft draft);
}
