package org.comity.proof.form;

/**
 * Lists the characters that set the direction of reading and that nobody sees, each group for a character class of a regular
 * expression. What becomes of them, whoever reads them says: they are dropped, shown or refused.
 */
public final class DirectionCharacters {

    /** Letters that follow one stand in another order than they were written. */
    public static final String EMBEDDINGS_AND_OVERRIDES = "\\u202A-\\u202E";

    /** What stands between two of them has a direction of its own. */
    public static final String ISOLATES = "\\u2066-\\u2069";

    /** Each bears no more than itself. */
    public static final String MARKS = "\\u061C\\u200E\\u200F";

    public static final String ALL = EMBEDDINGS_AND_OVERRIDES + ISOLATES + MARKS;

    private DirectionCharacters() {}
}
