package org.comity.casework.retention;

import gg.jte.TemplateEngine;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.JointThreadCard;
import org.comity.casework.LegalHolds;
import org.comity.casework.ThreadCard.Card;
import org.comity.identity.Officials;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads.Joint;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Draws the card that says on which day the words of a joint thread go here, what keeps them, and the lawyer's hold. */
@Component
class JointRetentionCard implements JointThreadCard {

    private final TemplateEngine templates;
    private final RetentionRule rule;
    private final JointReasonsToKeep keeping;
    private final JointThreadKeeping threads;
    private final QuietRows quiet;
    private final LegalHolds holds;
    private final Officials officials;

    JointRetentionCard(
            TemplateEngine templates,
            RetentionRule rule,
            JointReasonsToKeep keeping,
            JointThreadKeeping threads,
            QuietRows quiet,
            LegalHolds holds,
            Officials officials) {
        this.templates = templates;
        this.rule = rule;
        this.keeping = keeping;
        this.threads = threads;
        this.quiet = quiet;
        this.holds = holds;
        this.officials = officials;
    }

    @Override
    public Optional<Card> beside(Joint joint, Official by) {
        return Optional.of(Card.of(templates, "casework/retention/beside.jte", Map.of("view", view(joint.id(), by))));
    }

    private RetentionView view(String thread, Official by) {
        var hold = holds.of(thread).orElse(null);
        var after = rule.afterEnd();
        var goes = keeping.end(thread).flatMap(rule::goes);
        return new RetentionView(
                "/joint/" + thread,
                "joint.",
                after == null ? null : after.toDays(),
                goes.orElse(null),
                goes.flatMap(_ -> keeping.why(thread))
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                threads.forgottenAt(thread).orElse(null),
                threads.deletedBefore(thread).orElse(null),
                quiet.has(thread),
                hold,
                hold == null ? null : officials.name(hold.by()),
                by.holds(Duty.LAWYER));
    }
}
