package org.comity.implementation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the draft of a practice from what works by our own assessment; nothing is sent, and the answers stay here. */
@Component
class MakingPractice {

    private final Questionnaire questionnaire;
    private final AssessmentRows rows;
    private final DraftsForKeeper drafts;

    MakingPractice(Questionnaire questionnaire, AssessmentRows rows, DraftsForKeeper drafts) {
        this.questionnaire = questionnaire;
        this.rows = rows;
        this.drafts = drafts;
    }

    /** @return where the draft is written on */
    @Transactional
    public String begin(String article, Official by) {
        drafts.mustWrite(by);
        return drafts.begin(named("procedure"), () -> ofArticle(article), "assess.practice-begun", article, by);
    }

    private Map<String, Object> ofArticle(String article) {
        var round = rows.round().map(AssessmentRows.Round::id).orElse(0L);
        var mark = rows.marks(round).stream()
                .filter(it -> it.article().equals(article) && !it.practice().isBlank())
                .findFirst()
                .orElseThrow(AssessmentRefused::unusable);
        var law = rows.answers(round).stream()
                .filter(it -> questionnaire
                        .find(it.question())
                        .filter(question -> question.article().equals(article))
                        .isPresent())
                .map(it -> it.given().law())
                .filter(it -> !it.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
        return carried(mark, law);
    }

    /** The fields of the practice that the assessment fills, named as the data name them. */
    Map<String, Object> carried(ArticleMark mark, String law) {
        var title = mark.practice().lines().findFirst().orElse("");
        return Map.of(
                named("title"), DraftsForKeeper.title(title),
                named("about"), named("ours"),
                named("steps"), mark.practice(),
                named("law"), law,
                named("articles"), List.of(mark.article()));
    }

    private String named(String what) {
        return questionnaire.need("practice." + what);
    }
}
