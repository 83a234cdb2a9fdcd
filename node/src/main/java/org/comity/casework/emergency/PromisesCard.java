package org.comity.casework.emergency;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.Promises;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws beside a request what we promised by an hour. */
@Component
@Order(1)
class PromisesCard implements ThreadCard {

    private final TemplateEngine templates;
    private final Promises promises;
    private final CaseAccess access;

    PromisesCard(TemplateEngine templates, Promises promises, CaseAccess access) {
        this.templates = templates;
        this.promises = promises;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!access.mayRead(by)) {
            return Optional.empty();
        }
        var open = promises.of(row);
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of(
                        templates, "casework/emergency/promises.jte", Map.of("promised", open, "linked", false)));
    }
}
