package org.comity.casework.criminality;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads from a request whose law asks it to the page on both States' law, and shows what was found last. */
@Component
@Order(40)
class CriminalityCard implements ThreadCard {

    private final TemplateEngine templates;
    private final WeighingCriminality weighing;

    CriminalityCard(TemplateEngine templates, WeighingCriminality weighing) {
        this.templates = templates;
        this.weighing = weighing;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!by.holds(Duty.DUTY_OFFICER) && !by.holds(Duty.SECOND_OFFICER) && !by.holds(Duty.LAWYER)) {
            return Optional.empty();
        }
        return weighing.asked(row)
                .map(_ -> Card.of(
                        templates,
                        "casework/criminality/card.jte",
                        Map.of("row", row, "findings", weighing.findings(row))));
    }
}
