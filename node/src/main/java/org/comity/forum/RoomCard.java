package org.comity.forum;

import gg.jte.TemplateEngine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ThreadCard;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Says beside a contribution that came by an act whether it can be placed, what the checker sees in it, and where it stands. */
@Component
class RoomCard implements ThreadCard {

    /** The state in which the host looks whether it may stand in the room. */
    private static final String SAID = "Said";

    private final PlacingActs placing;
    private final PostRows posts;
    private final StanceRows stances;
    private final Threads threads;
    private final TemplateEngine templates;

    RoomCard(PlacingActs placing, PostRows posts, StanceRows stances, Threads threads, TemplateEngine templates) {
        this.placing = placing;
        this.posts = posts;
        this.stances = stances;
        this.threads = threads;
        this.templates = templates;
    }

    @Override
    public Optional<Card> beside(RequestRow row, Official by) {
        if (row.ourRole() != Role.REQUESTED || !placing.brings(row.procedure())) return Optional.empty();
        return threads.opening(row.thread()).map(opening -> {
            var shown = new HashMap<String, Object>();
            posts.ofThread(row.thread()).ifPresent(it -> shown.put("post", it.id()));
            var said = placing.said(opening);
            stances.ofThread(row.thread()).ifPresent(it -> shown.put("line", it.topic()));
            if (SaidInAct.notifies(said)) shown.put("notice", true);
            boolean waits = row.state().equals(SAID);
            shown.put("waits", waits);
            if (waits) placing.obstacle(opening, said, row.counterpart()).ifPresent(it -> shown.put("obstacle", it));
            shown.put(
                    "warned",
                    CaseDataCheck.of(PlacingActs.text(said, "title") + "\n" + PlacingActs.text(said, "text")));
            return Card.of(templates, "forum/card.jte", Map.copyOf(shown));
        });
    }
}
