package org.comity.casework.retention;

import gg.jte.TemplateEngine;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.LegalHolds;
import org.comity.casework.LegalHolds.Hold;
import org.comity.casework.ThreadCard;
import org.comity.identity.Officials;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Draws the card that says on which day a request's words go, what keeps them, and the lawyer's hold. */
@Component
@Order(90)
class RetentionCard implements ThreadCard {

    private final TemplateEngine templates;
    private final Threads threads;
    private final RetentionRule rule;
    private final ReasonsToKeep keeping;
    private final LegalHolds holds;
    private final Officials officials;

    RetentionCard(
            TemplateEngine templates,
            Threads threads,
            RetentionRule rule,
            ReasonsToKeep keeping,
            LegalHolds holds,
            Officials officials) {
        this.templates = templates;
        this.threads = threads;
        this.rule = rule;
        this.keeping = keeping;
        this.holds = holds;
        this.officials = officials;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        var thread = threads.find(row.thread());
        if (thread.isEmpty()) {
            return Optional.empty();
        }
        var view = view(row, thread.get(), by);
        return Optional.of(Card.of(templates, "casework/retention/beside.jte", Map.of("view", view)));
    }

    private RetentionView view(RequestRow row, Threads.Thread thread, Official by) {
        var opening = threads.opening(thread.id());
        var hold = holds.of(thread.id()).orElse(null);
        var after = rule.afterEnd();
        var goes = keeping.end(
                        thread, opening.filter(it -> it.recalled() != null).isPresent())
                .flatMap(rule::goes);
        return new RetentionView(
                "/requests/" + row.address(),
                "",
                after == null ? null : after.toDays(),
                goes.orElse(null),
                goes.flatMap(_ -> keeping.why(thread))
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                opening.map(KeptAct::forgottenAt).orElse(null),
                null,
                false,
                hold,
                name(hold),
                by.holds(Duty.LAWYER));
    }

    private @Nullable String name(@Nullable Hold hold) {
        return hold == null ? null : officials.name(hold.by());
    }
}
