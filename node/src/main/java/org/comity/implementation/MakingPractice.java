package org.comity.implementation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.ledger.Ledger;
import org.comity.procedure.Composition;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the draft of a practice from what works by our own assessment; nothing is sent, and the answers stay here. */
@Component
class MakingPractice {

    private static final int LONGEST_TITLE = 200;

    private final Questionnaire questionnaire;
    private final AssessmentRows rows;
    private final Procedures procedures;
    private final MakingNeed needs;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Ledger ledger;

    MakingPractice(
            Questionnaire questionnaire,
            AssessmentRows rows,
            Procedures procedures,
            MakingNeed needs,
            Drafts drafts,
            CaseAccess access,
            Ledger ledger) {
        this.questionnaire = questionnaire;
        this.rows = rows;
        this.procedures = procedures;
        this.needs = needs;
        this.drafts = drafts;
        this.access = access;
        this.ledger = ledger;
    }

    /** @return where the draft is written on */
    @Transactional
    public String begin(String article, Official by) {
        KeepingAssessment.mustRead(by);
        access.mustWrite(by);
        var keeper = needs.keeper().orElseThrow(() -> new AssessmentRefused("assess.no-keeper"));
        var procedure = procedures.ofLaw(named("procedure")).orElseThrow(AssessmentRefused::unusable);
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
        Map<String, Object> body = new HashMap<>(procedure.composition().empty());
        body.putAll(carried(mark, law));
        var draft = drafts.start(procedure.id(), procedure.opening(), procedure.opener(), keeper.id(), null, body, by);
        ledger.record(by, "assess.practice-begun", article, Map.of());
        return "/drafts/" + draft.id() + "/" + Composition.STATE;
    }

    /** The fields of the practice that the assessment fills, named as the data name them. */
    Map<String, Object> carried(ArticleMark mark, String law) {
        var title = mark.practice().lines().findFirst().orElse("");
        return Map.of(
                named("title"), title.substring(0, Math.min(LONGEST_TITLE, title.length())),
                named("about"), named("ours"),
                named("steps"), mark.practice(),
                named("law"), law,
                named("articles"), List.of(mark.article()));
    }

    private String named(String what) {
        return questionnaire.need("practice." + what);
    }
}
