package org.comity.commons.kept;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.casework.ThreadCard;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Tells whoever keeps a collection that what was tried is none that was ever sent to it, or that several have its number. */
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
                .filter(it -> it.standing() != RecordState.ENDED && unknown(it))
                .map(it -> Card.of(
                        templates, "commons/unknownpractice.jte", Map.of("named", it.text(TriedElsewhere.TRIED))));
    }

    /** A practice that waits, or does not stand any more, is one that was meant. */
    private boolean unknown(KeptRecord trial) {
        var named = trial.text(TriedElsewhere.TRIED).strip();
        return rows.having(trial.law(), references(named)).stream()
                .noneMatch(it -> !TriedElsewhere.trial(it) && it.address().equals(named));
    }

    /** Whatever in an address may be the reference: the participant's id before it has hyphens, too. */
    private static List<String> references(String address) {
        return IntStream.range(0, address.length())
                .filter(it -> address.charAt(it) == '-')
                .mapToObj(it -> address.substring(it + 1))
                .toList();
    }
}
