package org.comity.casework.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.casework.BesideDraft;
import org.comity.casework.SameIdentifiers;
import org.comity.casework.ThreadCard.Card;
import org.comity.procedure.ActWriting.Pointed;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.Identifier;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who writes a request what this node knows beside it: who asks about the same, and what is noted of who is asked. */
@Component
class PointingOut {

    private final SameIdentifiers same;
    private final BesideDraft beside;

    PointingOut(SameIdentifiers same, BesideDraft beside) {
        this.same = same;
        this.beside = beside;
    }

    List<Pointed> pointed(Map<String, Object> body, @Nullable Draft draft, @Nullable Official by) {
        return Stream.concat(
                        askedBefore(body, by).stream(),
                        Optional.ofNullable(draft).map(beside::pointed).orElse(List.of()).stream())
                .toList();
    }

    Optional<Card> card(@Nullable Draft draft) {
        return Optional.ofNullable(draft).flatMap(beside::card);
    }

    /** Who asks about what others ask about already should know before it leaves. */
    private List<Pointed> askedBefore(Map<String, Object> body, @Nullable Official by) {
        if (by == null) return List.of();
        var identifiers = Identifier.allIn(body).stream().map(Identifier::value).toList();
        return same.named(identifiers, by).stream()
                .map(it -> new Pointed(
                        "compose.same",
                        it.identifier(),
                        it.others().stream().map(RequestRow::address).toList()))
                .toList();
    }
}
