package org.comity.commons.kept;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.commons.kept.RecordFromActs.ActContent;
import org.comity.procedure.Requests;
import org.comity.site.PublicItem;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Keeps what is sent to us for a collection, as its acts come. */
@Component
class FollowingRecords implements ActFollower {

    private final Threads threads;
    private final KeptRows rows;
    private final Requests requests;

    FollowingRecords(Threads threads, KeptRows rows, Requests requests) {
        this.threads = threads;
        this.rows = rows;
        this.requests = requests;
    }

    @Override
    public String name() {
        return "commons";
    }

    @Override
    public void registered(ActRegistered event) {
        var thread = event.thread();
        var collection = Collection.of(thread.procedure());
        boolean drill = event.act().envelope().drill();
        if (collection.isEmpty() || drill || thread.ourRole() != Role.REQUESTED) return;
        try (var all = threads.everyAct(thread.id())) {
            var acts = all.filter(it -> "effective".equals(it.effect()) && it.registeredAt() != null)
                    .map(it -> new ActContent(it.envelope().type(), it.said(), it.at()))
                    .toList();
            rows.keep(meant(
                    new RecordFromActs(acts)
                            .of(thread.id(), collection.get().law(), thread.reference(), thread.counterpart()),
                    thread.openedAt()));
        }
    }

    /**
     * A trial by a bare number is of the one practice that had it when the trial came, and stays so whatever comes or goes later:
     * what was opened after it was not meant.
     */
    private KeptRecord meant(KeptRecord it, Instant came) {
        var named = it.text(TriedElsewhere.TRIED).strip();
        if (!TriedElsewhere.trial(it) || named.isEmpty()) return it;
        return rows.find(it.thread())
                .map(kept -> kept.text(TriedElsewhere.TRIED))
                .filter(kept -> kept.endsWith("-" + named))
                .or(() -> alone(it.law(), named, came))
                .map(it::trying)
                .orElse(it);
    }

    private Optional<String> alone(String law, String named, Instant came) {
        var having = requests.ofReferences(law, Role.REQUESTED, List.of(named), null).stream()
                .filter(it -> !it.openedAt().isAfter(came))
                .toList();
        return having.size() == 1
                ? Optional.of(PublicItem.addressOf(having.getFirst().counterpart(), named))
                : Optional.empty();
    }
}
