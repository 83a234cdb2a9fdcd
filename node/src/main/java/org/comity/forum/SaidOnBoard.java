package org.comity.forum;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.board.HeldEntry;
import org.comity.ui.TypedText;
import org.comity.vocabulary.TrafficLight;

/**
 * Reads what the board of another node says of its rooms: a room, a topic with its contributions, a line. Another node wrote it
 * all: what is none of these is left out.
 */
final class SaidOnBoard {

    /** Of a participant or its group. */
    private static final int LONGEST_NAME = 200;

    private SaidOnBoard() {}

    static Optional<ParticipantStance> stance(HeldEntry entry, FollowedHost.Topic topic) {
        var body = body(entry);
        var light = TrafficLight.of(text(body, "label"));
        var words = text(body, "text");
        var by = text(body, "said-by");
        var answer = number(body, "post");
        boolean line = text(body, "kind").equals("stance")
                && text(body, "room").equals(topic.room())
                && (answer.isEmpty() || answer.equals(topic.accepted().map(FollowedHost.Post::id)));
        if (!line || light.isEmpty() || words.length() > ParticipantStance.LONGEST || by.length() > LONGEST_NAME)
            return Optional.empty();
        return ParticipantStance.of(text(body, "stance"), topic.lines())
                .map(it -> new ParticipantStance(
                        light.get(),
                        "",
                        "",
                        by,
                        it,
                        words,
                        moment(text(body, "at")).orElse(entry.publication().time()),
                        answer.orElse(null)));
    }

    /** With a label that is none it counts as not said: nobody writes in it. */
    static Optional<FollowedHost.Room> room(HeldEntry entry) {
        var body = body(entry);
        var id = text(body, "room");
        var light = TrafficLight.of(text(body, "label"));
        if (!text(body, "kind").equals("room") || !RoomForm.isName(id) || light.isEmpty()) return Optional.empty();
        return Optional.of(new FollowedHost.Room(
                id,
                text(body, "title"),
                language(body),
                text(body, "text"),
                light.get(),
                text(body, "writes").equals("everybody"),
                text(body, "chatham").equals("yes"),
                List.of()));
    }

    private record Said(FollowedHost.Post post, HeldEntry entry) {}

    static Optional<FollowedHost.Topic> topic(long id, List<HeldEntry> entries) {
        var said = entries.stream()
                .flatMap(it -> post(it).map(post -> new Said(post, it)).stream())
                .sorted(Comparator.comparing(it -> it.post().id()))
                .toList();
        if (said.isEmpty()) return Optional.empty();
        // Its title stands on what was said first, whenever that was signed.
        var first = said.getFirst().entry();
        var room = text(body(first), "room");
        if (!RoomForm.isName(room)) return Optional.empty();
        var title = text(body(first), "title");
        var posts = said.stream().map(Said::post).toList();
        return Optional.of(new FollowedHost.Topic(
                id,
                room,
                title.equals(first.subject()) ? "" : title,
                TopicKind.of(text(body(first), "topic-kind")).orElse(null),
                posts.getFirst().language(),
                posts.stream()
                        .map(FollowedHost.Post::light)
                        .reduce(TrafficLight::narrower)
                        .orElseThrow(),
                posts.getLast().at(),
                posts,
                asked(body(first)),
                TypedText.day(text(body(first), "until")).orElse(null),
                text(body(first), "stale").equals("yes")));
    }

    private static List<String> asked(Map<String, Object> body) {
        return SaidInAct.participants(body.get("asked-of")).stream()
                .limit(PostForm.MOST_ASKED)
                .toList();
    }

    private static Optional<FollowedHost.Post> post(HeldEntry entry) {
        var body = body(entry);
        var light = TrafficLight.of(text(body, "label"));
        var text = text(body, "text");
        var by = text(body, "said-by");
        boolean said = text(body, "kind").equals("post") && !text.isEmpty() && by.length() <= LONGEST_NAME;
        if (!said || light.isEmpty()) return Optional.empty();
        return number(body, "post")
                .map(id -> new FollowedHost.Post(
                        id,
                        by,
                        moment(text(body, "at")).orElse(entry.publication().time()),
                        language(body),
                        text,
                        light.get(),
                        text(body, "accepted").equals("yes"),
                        entry.act()));
    }

    /** A tag that a page can bear as its language, or none. */
    private static String language(Map<String, Object> body) {
        var language = text(body, "language");
        return PostForm.isLanguage(language) ? language : "";
    }

    private static Map<String, Object> body(HeldEntry entry) {
        return entry.body() == null ? Map.of() : entry.body();
    }

    private static String text(Map<String, Object> body, String key) {
        return PlacingActs.text(body, key);
    }

    /** The number of the topic in which it was said. */
    static Optional<Long> topic(HeldEntry entry) {
        return number(body(entry), "topic");
    }

    private static Optional<Long> number(Map<String, Object> body, String key) {
        var number = String.valueOf(body.get(key));
        return number.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
