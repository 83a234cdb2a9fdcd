package org.comity.casework.search;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.CaseAccess;
import org.comity.casework.SameIdentifiers;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The card that leads from a request to the others that ask about the same identifier. */
@Component
@Order(2)
class SameIdentifiersCard implements ThreadCard {

    /** Identifiers that are named; how many more there are is said. */
    private static final int MOST = 5;

    private final TemplateEngine templates;
    private final SameIdentifiers same;
    private final CaseAccess access;

    SameIdentifiersCard(TemplateEngine templates, SameIdentifiers same, CaseAccess access) {
        this.templates = templates;
        this.same = same;
        this.access = access;
    }

    /** Others are shown to who may open them. */
    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        return access.mayRead(by)
                ? Optional.ofNullable(same.of(List.of(row), by).get(row.thread()))
                        .map(this::card)
                : Optional.empty();
    }

    private Card card(List<SameIdentifiers.Same> found) {
        var shown = found.stream().limit(MOST).toList();
        return Card.of(
                templates, "casework/search/same.jte", Map.of("same", shown, "more", found.size() - shown.size()));
    }
}
