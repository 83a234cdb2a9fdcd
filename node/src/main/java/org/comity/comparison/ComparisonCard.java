package org.comity.comparison;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.comparison.ComparingBlindly.TypedComparison;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says beside a request in which identifiers can be compared where its blind comparison stands, and leads to its page. */
@Component
@Order(46)
class ComparisonCard implements ThreadCard {

    private final TemplateEngine templates;
    private final ComparingBlindly comparing;
    private final CaseAccess access;

    ComparisonCard(TemplateEngine templates, ComparingBlindly comparing, CaseAccess access) {
        this.templates = templates;
        this.comparing = comparing;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!ReceivedSteps.in(row.procedure()) || !access.mayWrite(by)) {
            return Optional.empty();
        }
        var view = comparing.view(row, TypedComparison.NOTHING, FormProblems.NONE);
        return Optional.of(Card.of(templates, "comparison/card.jte", Map.of("view", view)));
    }
}
