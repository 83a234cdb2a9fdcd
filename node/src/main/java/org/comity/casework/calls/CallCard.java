package org.comity.casework.calls;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says beside a request that a call of that State, taken down near it in time, still waits for its request. */
@Component
@Order(2)
class CallCard implements ThreadCard {

    private final TemplateEngine templates;
    private final TakenDownRows rows;
    private final CaseAccess access;

    CallCard(TemplateEngine templates, TakenDownRows rows, CaseAccess access) {
        this.templates = templates;
        this.rows = rows;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (row.ourRole() != Role.REQUESTED || !access.mayWrite(by)) {
            return Optional.empty();
        }
        var waiting = rows.openOf(row.counterpart()).stream()
                .filter(it -> RequestsOfCall.near(row, it))
                .toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of(templates, "casework/calls/card.jte", Map.of("calls", waiting)));
    }
}
