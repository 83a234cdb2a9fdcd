package org.comity.implementation;

import java.util.List;
import java.util.Map;
import org.comity.convention.Article;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/** Shows a person in a seat how the gaps of a self-assessment become needs, without the assessment being kept here. */
public interface SeatGapsView {

    /** @param offered a need can be opened here from this seat */
    record Start(boolean offered, List<Part> parts, int largest, FormProblems problems) {}

    record Part(Questionnaire.Cluster cluster, List<Article> articles) {}

    /** @param typed by the names of its fields */
    record OneArticle(Article article, List<Question> questions, Map<String, String> typed, FormProblems problems) {}

    /**
     * @param article on whose page it was typed; null of a spreadsheet
     * @param offered a need can be opened here from this seat
     * @param full as many drafts lie here as may
     */
    record Found(
            @Nullable String article,
            List<GapOfState> gaps,
            List<BroughtSheetView.Fault> faults,
            boolean offered,
            boolean full) {

        /** Whether a press begins a draft. */
        public boolean begins() {
            return offered && !full;
        }
    }
}
