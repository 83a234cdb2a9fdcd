package org.comity.comparison;

import org.comity.procedure.RequestRow;
import org.comity.sealing.ComparisonSteps.Learned;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Shows where a blind comparison stands and what can be done next.
 *
 * @param theirs how many entries they compare; 0 while that is not known
 * @param agreed what they wrote beside their step
 * @param perDay comparisons a day with one State
 * @param tooOften no more leave today
 * @param draft the step that is being written or waits for approval, or null
 * @param learned what it showed, or null
 */
// More than eight: one page says all of it.
public record ComparisonView(
        RequestRow row,
        Stand stand,
        int theirs,
        String agreed,
        int perDay,
        boolean tooOften,
        @Nullable String draft,
        @Nullable Learned learned,
        String identifiers,
        String words,
        FormProblems problems) {

    public enum Stand {
        /** none is under way: an offer can be made */
        NONE,
        /** our step is being written or waits for the second officer */
        WRITTEN,
        WAITING,
        ANSWER,
        FINISH,
        LEARN,
        LEARNED,
        /** it is ours to go on, and list and secret are not here */
        LOST,
        /** their step came without its file, or with one that is none */
        NO_FILE,
        /** the consultation has ended */
        OVER
    }
}
