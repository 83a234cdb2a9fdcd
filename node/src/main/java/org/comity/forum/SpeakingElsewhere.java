package org.comity.forum;

import java.util.HashMap;
import java.util.Map;
import org.comity.casework.BegunDrafts;
import org.comity.casework.CaseAccess;
import org.comity.casework.Drafts;
import org.comity.directory.Directory;
import org.comity.ledger.Ledger;
import org.comity.procedure.Composition;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins the draft of an act that speaks in a room of another node: room, topic and label are filled in, the words are not.
 * Pressed again before a word was written, it leads to the same draft.
 */
@Component
class SpeakingElsewhere {

    private final PlacingActs placing;
    private final Procedures procedures;
    private final Drafts drafts;
    private final BegunDrafts begun;
    private final CaseAccess access;
    private final Directory directory;
    private final Ledger ledger;

    SpeakingElsewhere(
            PlacingActs placing,
            Procedures procedures,
            Drafts drafts,
            BegunDrafts begun,
            CaseAccess access,
            Directory directory,
            Ledger ledger) {
        this.placing = placing;
        this.procedures = procedures;
        this.drafts = drafts;
        this.begun = begun;
        this.access = access;
        this.directory = directory;
        this.ledger = ledger;
    }

    boolean may(Official by) {
        return access.mayWrite(by);
    }

    /** @return where the draft is written on */
    @Transactional
    public String answer(
            FollowedHost host, FollowedHost.Room room, FollowedHost.Topic topic, String language, Official by) {
        return begin(host, room, of("answer", topic), language, by);
    }

    /** @return where the draft is written on */
    @Transactional
    public String stand(
            FollowedHost host, FollowedHost.Room room, FollowedHost.Topic topic, String language, Official by) {
        if (topic.lines().isEmpty()) throw RoomRefused.forbidden();
        var carried = new HashMap<>(of(topic.kind() == TopicKind.CHECK ? "stance" : "tried", topic));
        topic.accepted().ifPresent(it -> carried.put("post", Long.toString(it.id())));
        return begin(host, room, carried, language, by);
    }

    /** @return where the draft is written on */
    @Transactional
    public String tell(
            FollowedHost host,
            FollowedHost.Room room,
            FollowedHost.Topic topic,
            long post,
            String language,
            Official by) {
        if (topic.posts().stream().noneMatch(it -> it.id() == post)) throw RoomRefused.unknown();
        var carried = new HashMap<>(of("notice", topic));
        carried.put("post", Long.toString(post));
        return begin(host, room, carried, language, by);
    }

    private static Map<String, Object> of(String kind, FollowedHost.Topic topic) {
        return Map.of(
                "kind", kind,
                "topic", Long.toString(topic.id()),
                "title", topic.title(),
                "label", topic.light().word());
    }

    /** @return where the draft is written on */
    @Transactional
    public String ask(FollowedHost host, FollowedHost.Room room, String language, Official by) {
        var light = room.light();
        if (light == null) throw RoomRefused.forbidden();
        return begin(host, room, Map.of("kind", "question", "label", light.word()), language, by);
    }

    private String begin(
            FollowedHost host, FollowedHost.Room room, Map<String, Object> carried, String language, Official by) {
        access.mustWrite(by);
        // No act can be heard under the Chatham House Rule: it bears the name of who sent it.
        if (room.chatham() || !room.known()) throw RoomRefused.forbidden();
        if (host.stopped()) throw RoomRefused.forbidden();
        var to = directory.find(host.id()).orElseThrow(RoomRefused::unknown);
        var procedure = procedures.ofLaw(placing.procedure()).orElseThrow(RoomRefused::unknown);
        var composition = procedure.composition();
        Map<String, Object> body = new HashMap<>(composition.empty());
        body.putAll(carried);
        body.put("room", room.id());
        body.put("language", language);
        var draft = begun.untouched(procedure.id(), to.id(), body, by).orElseGet(() -> {
            var started =
                    drafts.start(procedure.id(), procedure.opening(), procedure.opener(), to.id(), null, body, by);
            ledger.record(by, "forum.begun-elsewhere", started.id(), Map.of("room", room.id(), "host", host.id()));
            return started.id();
        });
        // The first page that still asks something: what is known needs no look.
        var step = composition.steps(body).stream()
                .filter(it -> !it.equals(Composition.STATE))
                .filter(it -> composition.problems(body, it).any())
                .findFirst()
                .orElse(Composition.STATE);
        return "/drafts/" + draft + "/" + step;
    }
}
