package org.comity.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A State by its two-letter code (ISO 3166-1; XA to XZ are user-assigned and made up). */
public record StateParty(String code) {

    private static final Set<String> OF_THE_WORLD = Set.of(Locale.getISOCountries());

    public StateParty {
        if (!code.matches("[A-Z]{2}")) {
            throw new Unknown(code);
        }
    }

    /**
     * Is it one that a State can have? Of a name, or of letters that stand for nobody, no program knows whom it means.
     */
    public static boolean isCode(String word) {
        return word.matches("X[A-Z]") || isOfTheWorld(word);
    }

    /** Does the list of the world's States and territories have it? It has none that is made up. */
    public static boolean isOfTheWorld(String word) {
        return OF_THE_WORLD.contains(word);
    }

    /** The code of a participant's State, with which its id begins, e.g. {@code XB} of {@code XB-2}. */
    public static String codeOf(String participant) {
        return participant.substring(0, 2);
    }

    @Override
    public String toString() {
        return code;
    }

    static final class Unknown extends RuleBroken {
        Unknown(String code) {
            super("state.unknown", Map.of("code", code));
        }
    }
}
