package org.comity.capacity.overview;

import gg.jte.TemplateEngine;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.capacity.CapacityList;
import org.comity.capacity.ThreadWithActs;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Says beside a need, an offer, and what else is about capacity, who acts next, by when, and what silence means. */
@Component
class TurnCard implements ThreadCard {

    private final List<String> answering = Arrays.stream(
                    CapacityList.of("answering").split(","))
            .map(String::strip)
            .toList();
    private final CapacityProcedures procedures;
    private final Threads threads;
    private final TemplateEngine templates;

    TurnCard(CapacityProcedures procedures, Threads threads, TemplateEngine templates) {
        this.procedures = procedures;
        this.threads = threads;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (procedures.ended(row.state()) || !procedures.laws().contains(row.law())) return Optional.empty();
        var shown = new HashMap<String, Object>(Map.of("row", row));
        if (answering.contains(row.state())) {
            ThreadWithActs.of(threads, List.of(row)).stream()
                    .flatMap(it -> it.last("propose").stream())
                    .map(ActContent::body)
                    .map(it -> new BodyFields(it).instant("answerUntil"))
                    .forEach(it -> shown.put("answerUntil", it));
        }
        return Optional.of(Card.of(templates, "capacity/overview/turn.jte", shown));
    }
}
