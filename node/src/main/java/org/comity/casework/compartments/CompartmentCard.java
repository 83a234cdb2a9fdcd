package org.comity.casework.compartments;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.identity.TwoOfficers;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says beside a request that it is closed, or that somebody asks to close it, and leads to where that is done. */
@Component
@Order(60)
class CompartmentCard implements ThreadCard {

    private final TemplateEngine templates;
    private final ClosingRequests closing;
    private final CaseAccess access;

    CompartmentCard(TemplateEngine templates, ClosingRequests closing, CaseAccess access) {
        this.templates = templates;
        this.closing = closing;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!access.mayWrite(by) && !TwoOfficers.isSecond(by)) {
            return Optional.empty();
        }
        return Optional.of(Card.of(
                templates,
                "casework/compartments/card.jte",
                Map.of("row", row, "compartment", closing.of(row.thread()))));
    }
}
