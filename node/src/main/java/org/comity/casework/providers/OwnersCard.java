package org.comity.casework.providers;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws the card that says beside a request whose the addresses, domains and numbers are that it names. */
@Component
@Order(19)
class OwnersCard implements ThreadCard {

    private final TemplateEngine templates;
    private final FindingOwners owners;
    private final Threads threads;

    OwnersCard(TemplateEngine templates, FindingOwners owners, Threads threads) {
        this.templates = templates;
        this.owners = owners;
        this.threads = threads;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        return threads.opening(row.thread())
                .flatMap(it -> owners.of(it.body()))
                .map(it -> Card.of(templates, "casework/providers/owners.jte", Map.of("view", it)));
    }
}
