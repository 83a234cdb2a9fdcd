package org.comity.casework.offices;

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

/** Says beside a request that came to us which office inside our State has it, and leads to where it is passed on. */
@Component
@Order(45)
class OfficeCard implements ThreadCard {

    private final TemplateEngine templates;
    private final PassingToOffice passing;
    private final CaseAccess access;

    OfficeCard(TemplateEngine templates, PassingToOffice passing, CaseAccess access) {
        this.templates = templates;
        this.passing = passing;
        this.access = access;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!access.mayWrite(by) || row.ourRole() != Role.REQUESTED) {
            return Optional.empty();
        }
        return Optional.of(Card.of(templates, "casework/offices/card.jte", Map.of("view", passing.beside(row))));
    }
}
