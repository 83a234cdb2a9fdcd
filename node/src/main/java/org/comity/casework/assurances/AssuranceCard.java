package org.comity.casework.assurances;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.Assurances;
import org.comity.casework.ThreadCard;
import org.comity.convention.Convention;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws the assurances given and owed beside the request, each with what it rests on. */
@Component
@Order(12)
class AssuranceCard implements ThreadCard {

    private final TemplateEngine templates;
    private final Assurances assurances;
    private final Convention convention;
    private final Editions editions;
    private final Directory directory;

    AssuranceCard(
            TemplateEngine templates,
            Assurances assurances,
            Convention convention,
            Editions editions,
            Directory directory) {
        this.templates = templates;
        this.assurances = assurances;
        this.convention = convention;
        this.editions = editions;
        this.directory = directory;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var standing = assurances.of(row.thread());
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        var edition = editions.ofThread(row.thread());
        var lines = standing.stream()
                .map(it -> new AssuranceLine(
                        it,
                        it.given() && !it.holdsOn(assurances.today()),
                        convention.assurance(row.law(), edition, it.assured().kind())))
                .toList();
        return Optional.of(page -> Card.of(
                        templates,
                        "casework/assurances/beside.jte",
                        Map.of(
                                "lines",
                                lines,
                                "edition",
                                edition,
                                "other",
                                GoneParticipant.shown(directory, row.counterpart())
                                        .name(page.lang())))
                .on(page));
    }
}
