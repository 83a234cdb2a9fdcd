package org.comity.capacity.rounds;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.board.HandedToParticipants;
import org.comity.capacity.KeptList;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Puts beside a need which providers its State named, whom of them the directory knows, and who took it. */
@Component
class NamedCard implements ThreadCard {

    private final String needs = MatchedProcedures.read().needs();
    private final ListedHelp listed;
    private final NamedProviders named;
    private final HandedToParticipants handed;
    private final KeptList kept;
    private final TemplateEngine templates;

    NamedCard(
            ListedHelp listed,
            NamedProviders named,
            HandedToParticipants handed,
            KeptList kept,
            TemplateEngine templates) {
        this.listed = listed;
        this.named = named;
        this.handed = handed;
        this.kept = kept;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!row.law().equals(needs)) return Optional.empty();
        var acts = Objects.requireNonNull(listed.acts(List.of(row)).get(row.thread()));
        var lines = kept.here()
                ? lines(row, acts)
                : named.of(acts).stream().map(NamedLine::of).toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of(templates, "capacity/named.jte", Map.of("lines", lines, "keeper", kept.here())));
    }

    private List<NamedLine> lines(RequestRow row, ActsOfHelp acts) {
        var need = new ListedNeed(row.reference(), row.counterpart(), acts);
        var taken = handed.of(PublishingNeeds.BOARD, need.subject());
        boolean stands = row.state().equals(ListedHelp.ON_THE_LIST);
        return named.of(acts).stream()
                .map(it -> NamedLine.of(it, need, stands, taken))
                .toList();
    }
}
