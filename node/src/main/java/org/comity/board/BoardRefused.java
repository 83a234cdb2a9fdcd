package org.comity.board;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** What cannot be published or asked of a board as it stands. */
public final class BoardRefused extends RuleBroken {

    private BoardRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    public static BoardRefused unknown() {
        return new BoardRefused("board.unknown", Map.of());
    }

    public static BoardRefused forbidden() {
        return new BoardRefused("board.forbidden", Map.of());
    }

    /** @param field of the publication that is not right */
    public static BoardRefused notRight(String field) {
        return new BoardRefused("board.not-right", Map.of("field", field));
    }

    public static BoardRefused tooLarge(int most) {
        return new BoardRefused("board.too-large", Map.of("most", Integer.toString(most)));
    }

    public static BoardRefused full(long most) {
        return new BoardRefused("board.full", Map.of("most", Long.toString(most)));
    }

    public static BoardRefused noReason() {
        return new BoardRefused("board.no-reason", Map.of());
    }

    public static BoardRefused notStopped() {
        return new BoardRefused("board.not-stopped", Map.of());
    }
}
