package org.comity.conference.session;

import java.util.Map;
import org.comity.conference.ConferenceProcedures;
import org.comity.conference.Voices;
import org.comity.conference.session.SessionPart.Kind;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
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
        if (event.act().envelope().type().equals("withdraw")) {
            parts.withdrawn(thread.id(), at);
            return;
        }
        var body = event.act().body();
        var kind = kind(body);
        var session = threads.opening(thread.id())
                .map(it -> text(it.body(), "session"))
                .orElse(text(body, "session"));
        if (kind == null || session.isEmpty() || session.length() > 40) return;
        voices.of(thread.counterpart(), "en")
                .ifPresent(voice -> parts.came(new SessionPart(
                        0, session, event.act().id(), thread.id(), kind, voice.code(), item(body), at)));
    }

    /** By what it says; questions and their answers are for no list. */
    private static @Nullable Kind kind(Map<String, Object> body) {
        if (body.containsKey("delegates")) return Kind.DELEGATION;
        if (body.containsKey("speaks")) return Kind.FLOOR;
        return body.containsKey("words") ? Kind.STATEMENT : null;
    }

    private static @Nullable Integer item(Map<String, Object> body) {
        var item = text(body, "item");
        return item.matches("[1-9][0-9]?") ? Integer.valueOf(item) : null;
    }

    static String text(Map<String, Object> body, String key) {
        return body.get(key) instanceof String text ? text.strip() : "";
    }
}
