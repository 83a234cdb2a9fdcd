package org.comity.implementation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.ui.TypedText;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the draft of a need from a gap: what the answer says is carried over, nothing is sent, and the answer stays here. */
@Component
class MakingNeed {

    private final Questionnaire questionnaire;
    private final AssessmentRows rows;
    private final DraftsForKeeper drafts;

    MakingNeed(Questionnaire questionnaire, AssessmentRows rows, DraftsForKeeper drafts) {
        this.questionnaire = questionnaire;
        this.rows = rows;
        this.drafts = drafts;
    }

    /** @return where the draft is written on */
    @Transactional
    public String begin(String id, Official by) {
        drafts.mustWrite(by);
        var question = questionnaire.find(id).orElseThrow(AssessmentRefused::unknown);
        return drafts.begin(questionnaire.need("procedure"), () -> ofGap(id, question), "assess.need-begun", id, by);
    }

    private Map<String, Object> ofGap(String id, Question question) {
        var round = rows.round().map(AssessmentRows.Round::id).orElse(0L);
        var kept = rows.answers(round).stream()
                .filter(it -> it.question().equals(id))
                .findFirst()
                .orElseThrow(AssessmentRefused::unusable);
        var mark = rows.marks(round).stream()
                .filter(it -> it.article().equals(question.article()))
                .findFirst()
                .orElse(ArticleMark.none(question.article()));
        return carried(question, kept.given(), mark);
    }

    /** The fields of the need that the gap fills, named as the data name them. */
    Map<String, Object> carried(Question question, GivenAnswer given, ArticleMark mark) {
        return carried(question.article(), question.text().in("en"), given.words(), mark.challenge(), mark.help());
    }

    /**
     * @param asked the question, or what the article is about: the title where nobody says which help is wanted
     * @param challenge a word of ours for it, or empty
     */
    Map<String, Object> carried(String article, String asked, String words, String challenge, String help) {
        var wanted = limited(help, ArticleMark.LONGEST);
        var title = wanted.isEmpty()
                ? limited(asked, GivenAnswer.LONGEST_LAW)
                : wanted.lines().findFirst().orElse("");
        var fields = new HashMap<String, Object>();
        fields.put(questionnaire.need("title"), DraftsForKeeper.title(title));
        fields.put(questionnaire.need("why"), (limited(words, GivenAnswer.LONGEST_WORDS) + "\n" + wanted).strip());
        fields.put(questionnaire.need("articles"), List.of(article));
        var cause = questionnaire.need("cause." + challenge);
        if (!cause.isEmpty()) {
            fields.put(questionnaire.need("cause"), List.of(cause));
        }
        return fields;
    }

    private static String limited(String typed, int longest) {
        var clean = TypedText.clean(typed);
        return CutText.to(clean, longest);
    }
}
