package org.comity.cooperation.preservation;

import java.util.List;
import java.util.stream.Stream;
import org.comity.convention.reading.PracticeLaw;
import org.comity.cooperation.preservation.Step.Kind;
import org.comity.thread.Procedure;

/** The procedure of Art. 42, for tests in other folders. */
public final class PracticePreservation {

    private PracticePreservation() {}

    public static Procedure procedure() {
        return new PreservationProcedure(PracticeLaw.held());
    }

    public static List<String> types() {
        return Stream.of(Kind.values()).map(Kind::type).toList();
    }
}
