package org.comity.casework.providers;

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

/** Draws the card of what each provider keeps, beside a request to us. */
@Component
@Order(20)
class ProvidersCard implements ThreadCard {

    private final TemplateEngine templates;
    private final WritingProviders writing;
    private final CaseAccess access;

    ProvidersCard(TemplateEngine templates, WritingProviders writing, CaseAccess access) {
        this.templates = templates;
        this.writing = writing;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (row.ourRole() != Role.REQUESTED || !access.mayWrite(by)) {
            return Optional.empty();
        }
        var view = writing.view(row);
        if (view.items().isEmpty() && row.turn() == RequestRow.Turn.NOBODY) {
            return Optional.empty();
        }
        return Optional.of(Card.of(templates, "casework/providers/card.jte", Map.of("view", view)));
    }
}
