package org.comity.convention.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.convention.Convention;

/** The law data as the program holds them, in a practice network. */
public final class PracticeLaw {

    /** Read once: it takes some 30 ms, and nothing changes it. */
    private static final Convention HELD = new HeldConvention(Clock.systemUTC(), true);

    private PracticeLaw() {}

    public static Convention held() {
        return HELD;
    }

    /** As a node in earnest would hold it, had made-up States deposited their instruments, one on each of these days. */
    public static Convention inEarnest(Instant now, List<LocalDate> deposits) {
        var lines = deposits.stream()
                .map("{by: Somewhere, organisation: false, date: %s, notification: C.N.1.2027}"::formatted)
                .collect(Collectors.joining(", "));
        var files = EditionReadingTest.with("uncc/2/instrument.yaml", "deposits: []", "deposits: [" + lines + "]");
        return new HeldConvention(files, Clock.fixed(now, ZoneOffset.UTC), false);
    }

    /** Had one place of one file another text. */
    public static Convention with(String file, String held, String other) {
        return new HeldConvention(EditionReadingTest.with(file, held, other), Clock.systemUTC(), true);
    }

    /** The same with the law of one more procedure in an edition whose file ends with the list of them. */
    public static Convention withProcedure(String edition, String file, String text) {
        var own = LawFiles.ofTheProgram();
        var instrument = edition + "/instrument.yaml";
        LawFiles files = path -> path.equals(edition + "/" + file)
                ? text
                : path.equals(instrument) ? own.text(path) + "  - " + file + "\n" : own.text(path);
        return new HeldConvention(files, Clock.systemUTC(), true);
    }
}
