package org.comity.cooperation.preservation;

import java.util.List;
import java.util.stream.Stream;
import org.comity.convention.reading.PracticeLaw;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.StepsOnOffer;
import org.comity.cooperation.preservation.PreservationStep.Kind;
import org.comity.thread.Procedure;
import org.comity.ui.Words;

/** The procedure of Art. 42, for tests in other folders. */
public final class PracticePreservation {

    private static final PreservationProcedure PROCEDURE = new PreservationProcedure(PracticeLaw.held());

    private PracticePreservation() {}

    public static Procedure procedure() {
        return PROCEDURE;
    }

    /** The same table as code. */
    public static Procedure byCode() {
        return new PreservationByCode();
    }

    public static StepsOnOffer steps() {
        return new PreservationSteps(PROCEDURE);
    }

    public static ActRendering rendering(Words words) {
        return new PreservationRendering(words, PracticeLaw.held());
    }

    public static List<String> types() {
        return Stream.of(Kind.values()).map(Kind::type).toList();
    }
}
