package org.comity.implementation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.Composition;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins the draft of a need from a gap: what the answer says is carried over, nothing is sent, and the answer stays here. */
@Component
class MakingNeed {

    private static final int LONGEST_TITLE = 200;

    private final Questionnaire questionnaire;
    private final AssessmentRows rows;
    private final Procedures procedures;
    private final Directory directory;
    private final Drafts drafts;
    private final CaseAccess access;
    private final Ledger ledger;

    MakingNeed(
            Questionnaire questionnaire,
            AssessmentRows rows,
            Procedures procedures,
            Directory directory,
            Drafts drafts,
            CaseAccess access,
            Ledger ledger) {
        this.questionnaire = questionnaire;
        this.rows = rows;
        this.procedures = procedures;
        this.directory = directory;
        this.drafts = drafts;
        this.access = access;
        this.ledger = ledger;
    }

    /** The Secretariat that keeps the list of needs; empty where this network has none. */
    Optional<Participant> keeper() {
        return directory.all().stream()
                .filter(it -> it.kind() == ParticipantKind.SECRETARIAT)
                .findFirst();
    }

    /** @return where the draft is written on */
    @Transactional
    public String begin(String id, Official by) {
        KeepingAssessment.mustRead(by);
        access.mustWrite(by);
        var question = questionnaire.find(id).orElseThrow(AssessmentRefused::unknown);
        var keeper = keeper().orElseThrow(() -> new AssessmentRefused("assess.no-keeper"));
        var procedure = procedures.ofLaw(questionnaire.need("procedure")).orElseThrow(AssessmentRefused::unusable);
        var round = rows.round().map(AssessmentRows.Round::id).orElse(0L);
        var kept = rows.answers(round).stream()
                .filter(it -> it.question().equals(id))
                .findFirst()
                .orElseThrow(AssessmentRefused::unusable);
        var mark = rows.marks(round).stream()
                .filter(it -> it.article().equals(question.article()))
                .findFirst()
                .orElse(ArticleMark.none(question.article()));
        Map<String, Object> body = new HashMap<>(procedure.composition().empty());
        body.putAll(carried(question, kept.given(), mark));
        var draft = drafts.start(procedure.id(), procedure.opening(), procedure.opener(), keeper.id(), null, body, by);
        ledger.record(by, "assess.need-begun", id, Map.of());
        return "/drafts/" + draft.id() + "/" + Composition.STATE;
    }

    /** The fields of the need that the gap fills, named as the data name them. */
    Map<String, Object> carried(Question question, GivenAnswer given, ArticleMark mark) {
        var title = mark.help().isEmpty()
                ? question.text().in("en")
                : mark.help().lines().findFirst().orElse("");
        var fields = new HashMap<String, Object>();
        fields.put(questionnaire.need("title"), title.substring(0, Math.min(LONGEST_TITLE, title.length())));
        fields.put(questionnaire.need("why"), (given.words() + "\n" + mark.help()).strip());
        fields.put(questionnaire.need("articles"), List.of(question.article()));
        var cause = questionnaire.need("cause." + mark.challenge());
        if (!cause.isEmpty()) {
            fields.put(questionnaire.need("cause"), List.of(cause));
        }
        return fields;
    }
}
