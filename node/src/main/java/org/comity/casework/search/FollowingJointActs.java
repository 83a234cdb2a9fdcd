package org.comity.casework.search;

import org.comity.thread.JointActRegistered;
import org.comity.thread.JointThreads;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes acts of joint threads into the search as they are registered, as far as their words are here. */
@Component
class FollowingJointActs {

    private final Indexing index;
    private final JointThreads threads;

    FollowingJointActs(Indexing index, JointThreads threads) {
        this.index = index;
        this.threads = threads;
    }

    @EventListener
    void registered(JointActRegistered event) {
        threads.container(event.act().id())
                .ifPresent(
                        it -> index.joint(event.act(), it, event.entry().entry().container()));
    }
}
