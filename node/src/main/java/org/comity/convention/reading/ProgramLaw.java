package org.comity.convention.reading;

import java.time.Clock;
import org.comity.convention.Convention;

/** Reads the law that comes with the program, for a command that runs without a node. */
public final class ProgramLaw {

    private ProgramLaw() {}

    public static Convention held() {
        return new HeldConvention(Clock.systemUTC(), false);
    }
}
