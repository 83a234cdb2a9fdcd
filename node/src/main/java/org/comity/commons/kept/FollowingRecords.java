package org.comity.commons.kept;

import org.comity.commons.kept.RecordFromActs.ActContent;
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

    FollowingRecords(Threads threads, KeptRows rows) {
        this.threads = threads;
        this.rows = rows;
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
            rows.keep(new RecordFromActs(acts)
                    .of(thread.id(), collection.get().law(), thread.reference(), thread.counterpart()));
        }
    }
}
