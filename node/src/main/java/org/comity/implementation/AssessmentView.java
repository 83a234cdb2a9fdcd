package org.comity.implementation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The self-assessment as a whole: how far it is, by cluster and article, and without a score.
 *
 * @param round how many rounds there were; 0: none
 * @param submits the procedure by which it is submitted, as addresses have it; null where nobody here begins one
 */
public record AssessmentView(
        long round,
        List<Part> clusters,
        List<Gap> gaps,
        List<LinkLine> links,
        int answered,
        int all,
        int toConfirm,
        @Nullable String submits) {

    public record Part(Questionnaire.Cluster cluster, int answered, int all, List<Line> articles) {}

    /** @param with offices that have questions of it by an open link */
    public record Line(
            String article,
            org.comity.convention.Wording title,
            int answered,
            int all,
            int toConfirm,
            ArticleMark mark,
            List<String> with) {}

    /** A question or article where help is wanted: it can become a need. */
    public record Gap(String article, @Nullable String question, String words) {}

    /** @param waiting answers that came and that nobody accepted */
    public record LinkLine(OfficeLink link, boolean open, int answered, int waiting) {}
}
