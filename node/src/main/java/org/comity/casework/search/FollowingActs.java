package org.comity.casework.search;

import org.comity.casework.ActSent;
import org.comity.evidence.ItemKept;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes acts and items into the search as they come. */
@Component
class FollowingActs implements ActFollower {

    private final Indexing index;
    private final Threads threads;

    FollowingActs(Indexing index, Threads threads) {
        this.index = index;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "search";
    }

    /** As soon as it left; its entry may take hours. */
    @EventListener
    void sent(ActSent sent) {
        var act = sent.act();
        index.act(
                act.envelope(),
                act.body(),
                threads.act(act.id()).map(KeptAct::containerHash).orElse(null),
                act.envelope().time());
    }

    @Override
    public void registered(ActRegistered event) {
        threads.act(event.act().id()).filter(KeptAct::bodyKept).ifPresent(this::take);
    }

    @EventListener
    void kept(ItemKept kept) {
        var thread = kept.item().thread();
        if (thread != null) index.item(thread, kept.item());
    }

    private void take(KeptAct act) {
        index.act(
                act.envelope(), act.body(), act.containerHash(), act.envelope().time());
    }
}
