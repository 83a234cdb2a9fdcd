package org.comity.procedure.file;

import java.nio.file.Path;
import org.comity.House;
import org.comity.convention.reading.PracticeLaw;
import org.comity.ui.Words;

/** A joint procedure that no treaty knows, in src/test/resources/made-up: what its threads show comes from its files alone. */
public final class MadeUpJoint {

    public static final String ID = "night-watch/1";
    public static final String EDITION = "other/1";

    static final Path FOLDER = MadeUp.RESOURCES.resolve("made-up/procedures/" + ID);
    static final Path TABLE = MadeUp.RESOURCES.resolve("org/comity/proof/table/night-watch-1.json");

    private MadeUpJoint() {}

    public static JointProcedure procedure(Words words) {
        var law = PracticeLaw.withProcedure(
                EDITION,
                "night-watch.yaml",
                MadeUp.text(MadeUp.RESOURCES.resolve("made-up/convention/other/1/night-watch.yaml")));
        var file = file(MadeUp.text(FOLDER.resolve("procedure.yaml")));
        return new JointProcedure(file, new FiledProcedure(file, law), law, words, PracticeFiles.possible(law));
    }

    static ProcedureFile file(String text) {
        return ReadingProcedureFile.read(
                MadeUp.text(House.root().resolve("node/src/main/resources/procedures/common.yaml")),
                ID + "/procedure.yaml",
                text,
                null);
    }
}
