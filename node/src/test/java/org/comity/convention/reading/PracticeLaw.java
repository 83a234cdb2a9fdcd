package org.comity.convention.reading;

import java.time.Clock;
import org.comity.convention.Convention;

/** The law data as the program holds them, in a practice network. */
public final class PracticeLaw {

    /** Read once: it takes some 30 ms, and nothing changes it. */
    private static final Convention HELD = new HeldConvention(Clock.systemUTC(), true);

    private PracticeLaw() {}

    public static Convention held() {
        return HELD;
    }
}
