package org.comity.procedure.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.House;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActRendering;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;

/**
 * A procedure that no treaty knows, written by docs/how-to/add-a-procedure.md alone. Its files lie in
 * src/test/resources/made-up as that page has them, its words with those of the tests; no node offers it.
 */
public final class MadeUp {

    public static final String ID = "equipment/1";

    static final Path RESOURCES = House.root().resolve("node/src/test/resources");
    static final Path FOLDER = RESOURCES.resolve("made-up/procedures/" + ID);
    static final Path LAW_FILE = RESOURCES.resolve("made-up/convention/other/1/equipment.yaml");

    static final Convention LAW = PracticeLaw.withProcedure("other/1", "equipment.yaml", text(LAW_FILE));
    static final ProcedureFile FILE = ReadingProcedureFile.read(
            text(House.root().resolve("node/src/main/resources/procedures/common.yaml")),
            ID + "/procedure.yaml",
            text(FOLDER.resolve("procedure.yaml")),
            null);

    private MadeUp() {}

    public static ActRendering rendering() {
        return rendering(WordsForTests.load());
    }

    static ActRendering rendering(Words words) {
        return new FiledRendering(FILE, LAW, words);
    }

    public static Convention law() {
        return LAW;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
