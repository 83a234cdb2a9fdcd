package org.comity.capacity.activities;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Leads from the thread of one side of an activity to the page on which both sides stand. */
@Component
class ActivityCard implements ThreadCard {

    private final String procedure = FollowUpTime.procedure();
    private final TemplateEngine templates;

    ActivityCard(TemplateEngine templates) {
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        return row.law().equals(procedure)
                ? Optional.of(Card.of(templates, "capacity/activities/card.jte", Map.of()))
                : Optional.empty();
    }
}
