package org.comity.implementation;

import org.comity.convention.Wording;

/**
 * One question of the self-assessment.
 *
 * @param id stable, e.g. {@code Q25.1}
 * @param article of the Convention
 * @param facet {@code S} structure, {@code P} process, {@code O} outcome, {@code G} safeguard
 */
public record Question(String id, String article, Kind kind, String facet, Wording text) {

    /** Is it answered by a choice, so that its answer can show a gap? */
    public boolean chosen() {
        return kind.chosen();
    }

    /** How it is answered. */
    public enum Kind {
        /** Yes, in part, no, not applicable; with the law cited. */
        B(true, false),
        /** Text. */
        T(false, true),
        /** A number or date with method and year, in words. */
        N(false, true),
        /** A list of records, a line each. */
        L(false, true),
        /** Maturity from 0 to 4. */
        M(true, false),
        /** An authority: name, address, languages, date. */
        A(false, true);

        private final boolean choice;
        private final boolean words;

        Kind(boolean choice, boolean words) {
            this.choice = choice;
            this.words = words;
        }

        /** Is a choice needed? */
        boolean chosen() {
            return choice;
        }

        /** Are words needed, unless it is not known or does not apply? */
        boolean written() {
            return words;
        }
    }
}
