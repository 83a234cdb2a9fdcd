package org.comity.conference.session;

import org.comity.conference.ConferenceProcedures;
import org.comity.conference.Voices;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.stereotype.Component;

/** Lets the page of a session offer what States send by acts of their part in it; only that it came is kept beside the thread. */
@Component
class FollowingParts implements ActFollower {

    private final PartRows parts;
    private final Voices voices;
    private final Threads threads;
    private final String procedure = ConferenceProcedures.read().parts();

    FollowingParts(PartRows parts, Voices voices, Threads threads) {
        this.parts = parts;
        this.voices = voices;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "session-parts";
    }

    @Override
    public void registered(ActRegistered event) {
        var thread = event.thread();
        boolean ours = thread.procedure().split("/")[0].equals(procedure) && thread.ourRole() == Role.REQUESTED;
        if (!ours || event.act().envelope().drill() || !event.entry().entry().effective()) return;
        var at = event.entry().entry().time();
        if (event.act().envelope().type().equals(SaidInPart.name("takes-back"))) {
            parts.withdrawn(thread.id(), at);
            return;
        }
        var said = new SaidInPart(event.act().body());
        var kind = said.kind();
        var session = threads.opening(thread.id())
                .map(it -> new SaidInPart(it.body()))
                .orElse(said)
                .session();
        if (kind == null || session.isEmpty() || session.length() > 40) return;
        voices.of(thread.counterpart(), "en")
                .ifPresent(voice -> parts.came(new SessionPart(
                        0, session, event.act().id(), thread.id(), kind, voice.code(), said.item(), at)));
    }
}
