package org.comity.commons.kept;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Tells whoever keeps a collection that what was tried is none that stands in it, or that several have its number. */
@Component
class UnknownPracticeCard implements ThreadCard {

    private final KeptRows rows;
    private final TemplateEngine templates;

    UnknownPracticeCard(KeptRows rows, TemplateEngine templates) {
        this.rows = rows;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (row.ourRole() != Role.REQUESTED) return Optional.empty();
        return rows.find(row.thread())
                .filter(TriedElsewhere::trial)
                .filter(this::unknown)
                .map(it -> Card.of(
                        templates, "commons/unknownpractice.jte", Map.of("named", it.text(TriedElsewhere.TRIED))));
    }

    private boolean unknown(KeptRecord trial) {
        var named = trial.text(TriedElsewhere.TRIED).strip();
        return rows.everyStanding(trial.law()).stream()
                .noneMatch(it -> !TriedElsewhere.trial(it) && it.address().equals(named));
    }
}
