package org.comity.capacity.equipment;

import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Puts beside the thread of equipment its law, its upkeep, and what both sides found when they last looked. */
@Component
class EquipmentCard implements ThreadCard {

    private final ReadingItems reading;
    private final TemplateEngine templates;
    private final Clock clock;

    EquipmentCard(ReadingItems reading, TemplateEngine templates, Clock clock) {
        this.reading = reading;
        this.templates = templates;
        this.clock = clock;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return reading.of(row)
                .map(it -> Card.of(
                        templates,
                        "capacity/equipment/card.jte",
                        Map.of("item", it, "today", today, "days", ReadingItems.CHECK_DAYS)));
    }
}
