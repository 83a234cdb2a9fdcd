package org.comity.capacity.rounds;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Puts beside an offer what is left of it, for whoever made it and for who keeps the list. */
@Component
class PlacesCard implements ThreadCard {

    private final String offers = MatchedProcedures.read().offers();
    private final ListedHelp listed;
    private final TemplateEngine templates;

    PlacesCard(ListedHelp listed, TemplateEngine templates) {
        this.listed = listed;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!row.law().equals(offers)) return Optional.empty();
        var acts = Objects.requireNonNull(listed.acts(List.of(row)).get(row.thread()));
        var places = PlacesOfOffer.of(acts, listed.isOpen(row));
        return places.offered() == 0
                ? Optional.empty()
                : Optional.of(Card.of(templates, "capacity/places.jte", Map.of("places", places, "law", offers)));
    }
}
