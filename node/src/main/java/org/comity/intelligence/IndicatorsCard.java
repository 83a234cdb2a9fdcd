package org.comity.intelligence;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.Identifier;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads from a request whose opening act names accounts or addresses to the page on which they are saved as STIX. */
@Component
@Order(90)
class IndicatorsCard implements ThreadCard {

    private final TemplateEngine templates;
    private final Threads threads;
    private final CaseAccess access;

    IndicatorsCard(TemplateEngine templates, Threads threads, CaseAccess access) {
        this.templates = templates;
        this.threads = threads;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        boolean names = access.mayRead(by)
                && threads.opening(row.thread())
                        .filter(it -> it.bodyKept() && it.n() != null)
                        .filter(it -> !Identifier.allIn(it.body()).isEmpty())
                        .isPresent();
        return names
                ? Optional.of(Card.of(templates, "intelligence/card.jte", Map.of("address", row.address())))
                : Optional.empty();
    }
}
