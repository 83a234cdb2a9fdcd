package org.comity.proof.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the list with what the JDK knows of Unicode. */
class DirectionCharactersTest {

    private static final Set<Byte> EMBEDDINGS_AND_OVERRIDES = Set.of(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT);

    private static final Set<Byte> ISOLATES = Set.of(
            Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
            Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE);

    private static final Set<String> MARKS = Set.of("LEFT-TO-RIGHT MARK", "RIGHT-TO-LEFT MARK", "ARABIC LETTER MARK");

    @Test
    void each_group_is_whole_and_nothing_else_is_in_it() {
        same(DirectionCharacters.EMBEDDINGS_AND_OVERRIDES, it -> is(it, EMBEDDINGS_AND_OVERRIDES));
        same(DirectionCharacters.ISOLATES, it -> is(it, ISOLATES));
        same(DirectionCharacters.MARKS, it -> MARKS.contains(String.valueOf(Character.getName(it))));
    }

    private static boolean is(int character, Set<Byte> directions) {
        return directions.contains(Character.getDirectionality(character));
    }

    private static void same(String group, IntPredicate known) {
        var listed = Pattern.compile("[" + group + "]");
        assertThat(all(it -> listed.matcher(Character.toString(it)).matches())).containsExactly(all(known));
    }

    private static int[] all(IntPredicate which) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(which).toArray();
    }
}
