package org.comity.procedure;

/**
 * Says what acts are for, as the files of procedures have it under {@code roles}: by this, and by no name, code that knows no
 * procedure finds them.
 */
public enum ActRole {
    /** It says that the request came. */
    ACKNOWLEDGES("A"),
    /** It asks back: the other side is to act, and nothing is answered yet. */
    ASKS_BACK("F"),
    /** It says that what was asked is done. */
    CARRIES_OUT("P"),
    /** Conditions that an earlier act proposed bind from then on. */
    BINDS(""),
    /** It consents to a wider use that an earlier act asked for. */
    WIDENS(""),
    /** By it the States consult before one of them refuses, or offers what it would do on conditions. */
    CONSULTS(""),
    /** It refuses what was asked without naming a ground of the law data. */
    REFUSES(""),
    /** By it data that were given go on to somebody else, or may. */
    PASSES_ON(""),
    /** It tells the other State until when what was asked stays done; for as long our own order has to last. */
    PROMISES_END(""),
    /** It tells what nobody asked for; indicators go with it. */
    TELLS("");

    private final String key;

    ActRole(String key) {
        this.key = key;
    }

    /** The letter on the keyboard that leads to such an act, or empty. */
    public String key() {
        return key;
    }
}
