package org.comity.convention.reading;

import java.time.Clock;
import org.comity.convention.Convention;

/** The law data as the program holds them, in a practice network. */
public final class PracticeLaw {

    private PracticeLaw() {}

    public static Convention held() {
        return new HeldConvention(Clock.systemUTC(), true);
    }
}
