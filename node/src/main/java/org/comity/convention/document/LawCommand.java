package org.comity.convention.document;

import java.io.PrintStream;
import java.util.List;
import org.comity.convention.reading.ProgramLaw;

/** {@code comity law load FILE}: puts an official document beside our words on the pages of the articles. */
public final class LawCommand {

    private LawCommand() {}

    /** @return the process's exit code */
    public static int run(List<String> arguments, PrintStream out) {
        return LoadingDocument.run(arguments, ProgramLaw.held(), out);
    }
}
