package org.comity.capacity.contributions;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Puts beside the thread of a contribution what was pledged, paid and received so far. */
@Component
class ContributionCard implements ThreadCard {

    private final ReadingContributions reading;
    private final TemplateEngine templates;

    ContributionCard(ReadingContributions reading, TemplateEngine templates) {
        this.reading = reading;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        return reading.of(row)
                .map(it -> Card.of(templates, "capacity/contributions/card.jte", Map.of("contribution", it)));
    }
}
