package org.comity.casework.search;

import gg.jte.TemplateEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.casework.CaseAccess;
import org.comity.casework.SameIdentifiers;
import org.comity.casework.SameIdentifiers.Same;
import org.comity.casework.ThreadCard;
import org.comity.procedure.Procedures;
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
    private final ComparingTimes times;
    private final Procedures procedures;

    SameIdentifiersCard(
            TemplateEngine templates,
            SameIdentifiers same,
            CaseAccess access,
            ComparingTimes times,
            Procedures procedures) {
        this.times = times;
        this.procedures = procedures;
        this.templates = templates;
        this.same = same;
        this.access = access;
    }

    /** Others are shown to who may open them. */
    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        return access.mayRead(by)
                ? Optional.ofNullable(same.of(List.of(row), by).get(row.thread()))
                        .map(it -> card(row, it, by))
                : Optional.empty();
    }

    private Card card(RequestRow row, List<Same> found, Official by) {
        var shown = found.stream().limit(MOST).toList();
        return Card.of(
                templates,
                "casework/search/same.jte",
                Map.of(
                        "same",
                        shown,
                        "more",
                        found.size() - shown.size(),
                        "times",
                        times.of(row, shown),
                        "proposed",
                        access.mayWrite(by) ? proposed() : List.of(),
                        "to",
                        onlyOther(row, shown)));
    }

    /** Names of the procedures whose files say that they are proposed here. */
    private List<String> proposed() {
        return procedures.laws().stream()
                .filter(law -> procedures
                        .ofLaw(law)
                        .filter(it -> it.steps().proposedWhereSame())
                        .isPresent())
                .toList();
    }

    /** With whom, where all of them are of one counterpart; empty where the officer has to choose. */
    private static String onlyOther(RequestRow row, List<Same> same) {
        var others = Stream.concat(Stream.of(row), same.stream().flatMap(it -> it.others().stream()))
                .map(RequestRow::counterpart)
                .distinct()
                .toList();
        return others.size() == 1 ? others.getFirst() : "";
    }
}
