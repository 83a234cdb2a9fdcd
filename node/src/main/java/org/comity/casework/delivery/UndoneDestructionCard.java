package org.comity.casework.delivery;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.ui.HealthLine;
import org.comity.ui.HealthLine.State;
import org.comity.ui.HealthLines;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says beside the request which items were declared destroyed and are not deleted; the health page has their number alone. */
@Component
@Order(0)
class UndoneDestructionCard implements ThreadCard, HealthLines {

    private final TemplateEngine templates;
    private final UndoneDestructionRows rows;

    UndoneDestructionCard(TemplateEngine templates, UndoneDestructionRows rows) {
        this.templates = templates;
        this.rows = rows;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var undone = rows.ofThread(row.thread());
        return undone.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of(templates, "casework/delivery/undone.jte", Map.of("undone", undone)));
    }

    @Override
    public List<HealthLine> lines() {
        int n = rows.count();
        return List.of(
                n == 0
                        ? HealthLine.of("destructions", State.GOOD, "none", Map.of())
                        : HealthLine.of("destructions", State.BAD, "some", Map.of("n", n)));
    }
}
