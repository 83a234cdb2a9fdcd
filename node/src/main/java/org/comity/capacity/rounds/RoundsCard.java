package org.comity.capacity.rounds;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.capacity.KeptList;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Leads from a need or an offer to the rounds, on the node that keeps the list. */
@Component
class RoundsCard implements ThreadCard {

    private final Set<String> matched = MatchedProcedures.read().both();
    private final TemplateEngine templates;
    private final KeptList kept;

    RoundsCard(TemplateEngine templates, KeptList kept) {
        this.templates = templates;
        this.kept = kept;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        return kept.here() && row.ourRole() == Role.REQUESTED && matched.contains(row.law())
                ? Optional.of(Card.of(templates, "capacity/card.jte", Map.of()))
                : Optional.empty();
    }
}
