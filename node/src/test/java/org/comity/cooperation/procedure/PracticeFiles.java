package org.comity.cooperation.procedure;

import org.comity.convention.reading.PracticeLaw;
import org.comity.cooperation.ActRendering;
import org.comity.cooperation.ActTable;
import org.comity.cooperation.StepsOnOffer;
import org.comity.thread.Procedure;
import org.comity.ui.Words;

/** The parts of a procedure that is a file, for tests in other folders. */
public final class PracticeFiles {

    private PracticeFiles() {}

    public static ProcedureFile file(String id) {
        return FiledProcedures.read().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static ActTable table(String id) {
        return file(id).table();
    }

    public static Procedure procedure(Particulars particulars, OpeningInJava java) {
        return filed(particulars, java);
    }

    public static StepsOnOffer steps(Particulars particulars, OpeningInJava java) {
        return new FiledSteps(file(java.procedure()), filed(particulars, java), particulars);
    }

    public static ActRendering rendering(Words words, OpeningInJava java) {
        return new FiledRendering(file(java.procedure()), PracticeLaw.held(), words, null, java);
    }

    private static FiledProcedure filed(Particulars particulars, OpeningInJava java) {
        return new FiledProcedure(file(java.procedure()), PracticeLaw.held(), particulars, java);
    }
}
