package org.comity.bench.faults;

import org.comity.bench.faults.FaultNetwork.Beneath;

/** One kind of fault: what is broken, and what heals it. */
interface Fault {

    /** As it is asked for, and as it stands in the figures. */
    String name();

    /** What the network has to stand on. */
    default Beneath beneath() {
        return Beneath.USUAL;
    }

    /**
     * Breaks it, and ends the fault as its documentation says. Ends with everything running.
     *
     * @throws Unhealed what should have held or healed did not
     * @throws NotPlayed this machine does not let us
     */
    void play(FaultNetwork stage, OfficersDuringFault work) throws Exception;

    /** A sentence says what was found. */
    final class Unhealed extends Exception {
        Unhealed(String why) {
            super(why);
        }
    }

    /** A sentence says why. */
    final class NotPlayed extends RuntimeException {
        NotPlayed(String why) {
            super(why);
        }
    }

    static void unless(boolean held, String why) throws Unhealed {
        if (!held) throw new Unhealed(why);
    }
}
