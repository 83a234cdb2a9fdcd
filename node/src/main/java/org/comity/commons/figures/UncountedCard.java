package org.comity.commons.figures;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.commons.kept.StandingRecords;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Shows to whoever adds up figures which lines of a record are added to nothing, and for which word. */
@Component
class UncountedCard implements ThreadCard {

    private final StandingRecords records;
    private final TemplateEngine templates;

    UncountedCard(StandingRecords records, TemplateEngine templates) {
        this.records = records;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (row.ourRole() != Role.REQUESTED) return Optional.empty();
        return records.ofThread(StatisticsShelf.NAME, row.thread())
                .map(AddingFigures::uncounted)
                .filter(it -> !it.isEmpty())
                .map(it -> Card.of(templates, "commons/uncounted.jte", Map.of("law", row.law(), "lines", it)));
    }
}
