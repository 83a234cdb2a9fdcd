package org.comity.capacity.experts;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.capacity.AssistanceKinds;
import org.comity.capacity.CapacityList;
import org.comity.capacity.ThreadWithActs;
import org.comity.capacity.experts.ExpertEntry.Wanted;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Leads from a need, an offer or an activity to the experts whom it looks for: its kind, its language, its days. */
@Component
class ExpertCard implements ThreadCard {

    private final Set<String> procedures =
            Set.of(CapacityList.of("needs"), CapacityList.of("offers"), CapacityList.of("activities"));
    private final Threads threads;
    private final TemplateEngine templates;

    ExpertCard(Threads threads, TemplateEngine templates) {
        this.threads = threads;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (!procedures.contains(row.law())) return Optional.empty();
        return ThreadWithActs.of(threads, List.of(row)).stream()
                .findFirst()
                .map(it -> Card.of(templates, "capacity/experts/card.jte", Map.of("wanted", wanted(it.opening()))));
    }

    /** Of what another node wrote only what can be asked here. */
    static Wanted wanted(ActContent opening) {
        return new Wanted(
                words(opening, "kind")
                        .filter(it -> AssistanceKinds.of(it) != null)
                        .findFirst()
                        .orElse(""),
                words(opening, "languages")
                        .filter(it -> it.matches("[a-z]{2}"))
                        .findFirst()
                        .orElse(""),
                "",
                opening.day("earliest").or(() -> opening.day("begins")).orElse(null),
                opening.day("latest").or(() -> opening.day("ends")).orElse(null));
    }

    /** One, or a list. */
    private static Stream<String> words(ActContent act, String key) {
        return Stream.concat(act.words(key).stream(), Stream.of(act.text(key)));
    }
}
