package org.comity.casework.tables;

/** A table compiled from the text of a moves.md, for tests in other folders. */
public final class CompiledMoves {

    private CompiledMoves() {}

    /** As its file has it. */
    public static String text(String moves) {
        return new MovesTable(MovesReading.read(moves)).text();
    }
}
