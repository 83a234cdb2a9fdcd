package org.comity.conference.text;

import gg.jte.TemplateEngine;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.conference.ConferenceProcedures;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Leads from what a State said to the text, and says how many paragraphs it stands beside. */
@Component
class PositionCard implements ThreadCard {

    private final String procedure = ConferenceProcedures.read().positions();
    private final TextRows texts;
    private final CommentRows comments;
    private final Threads threads;
    private final TemplateEngine templates;

    PositionCard(TextRows texts, CommentRows comments, Threads threads, TemplateEngine templates) {
        this.texts = texts;
        this.comments = comments;
        this.threads = threads;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (row.ourRole() != Role.REQUESTED || !row.law().equals(procedure)) return Optional.empty();
        var key = threads.opening(row.thread())
                .map(it -> it.body().get("textName"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
        var text = texts.find(key.strip());
        return Optional.of(Card.of(
                templates,
                "conference/text/card.jte",
                Map.of(
                        "key", text.map(KeptText::key).orElse(""),
                        "title", text.map(KeptText::title).orElse(key),
                        "stands", comments.standing(row.thread()))));
    }
}
