package org.comity.paper;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says on the page of a request that something came which was written down and not yet recorded. */
@Component
class UnrecordedAnswersCard implements ThreadCard {

    private final TemplateEngine templates;
    private final ComparedAnswers answers;
    private final CaseAccess access;

    UnrecordedAnswersCard(TemplateEngine templates, ComparedAnswers answers, CaseAccess access) {
        this.templates = templates;
        this.answers = answers;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var begun = answers.begun(row);
        return begun.isEmpty() || !access.mayWrite(by)
                ? Optional.empty()
                : Optional.of(Card.of(
                        templates,
                        "paper/unrecorded.jte",
                        Map.of("base", "/requests/" + row.address(), "begun", begun)));
    }
}
