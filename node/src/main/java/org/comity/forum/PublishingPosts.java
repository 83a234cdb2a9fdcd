package org.comity.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.board.BoardSubjects;
import org.comity.board.Boards;
import org.comity.proof.feed.Audience;
import org.comity.vocabulary.SharingChannel;
import org.comity.vocabulary.SharingRole;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the boards of a host show what was said in rooms, so that it is read and answered on every participant's own node. */
@Component
class PublishingPosts {

    static final String BOARD = "rooms";

    /** With which the subject of a room begins. */
    static final String ROOM = "room-";

    /** Of one audience, the newest; as many are read of another node. */
    static final int ROOMS = 500;

    private static final Duration BACK = Duration.ofDays(365);
    private static final int MOST = 2_000;

    /** With which the subject of a line of a temperature check begins; the number of its topic follows. */
    static final String STANCE = "stance-";

    private final ReadingRooms reading;
    private final TopicRows topics;
    private final Boards boards;

    PublishingPosts(ReadingRooms reading, TopicRows topics, Boards boards) {
        this.reading = reading;
        this.topics = topics;
        this.boards = boards;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void show() {
        boards.show(BOARD, this::subjects);
    }

    /** By subject: rooms and posts stand before the public if their label lets everybody read them in a feed, else before participants. */
    BoardSubjects subjects() {
        var subjects = new BoardSubjects();
        // Read as whom it is for, so that nothing comes along that only participants may read.
        put(subjects, Audience.PUBLIC, RoomReader.NOBODY);
        put(subjects, Audience.PARTICIPANTS, PlacingActs.node("ZZ-0"));
        return subjects;
    }

    private void put(BoardSubjects subjects, Audience audience, RoomReader reader) {
        for (var room : reading.newestRooms(List.of(), SharingChannel.FEED, ROOMS, reader)) {
            if (room.closedAt() == null && audience(room.light()) == audience) {
                subjects.put(audience, ROOM + room.id(), body(room));
            }
        }
        var posts = reading.newest(null, SharingChannel.FEED, BACK, MOST, reader).stream()
                .filter(it -> audience(it.light()) == audience)
                .toList();
        var about = topics.some(posts.stream().map(KeptPost::topic).collect(Collectors.toSet()));
        for (var post : posts) {
            subjects.put(audience, WritingPosts.subject(post.id()), body(post, about.get(post.topic())));
        }
        reading.newestStances(SharingChannel.FEED, BACK, MOST, reader).stream()
                .filter(it -> audience(it.said().light()) == audience)
                .forEach(it -> subjects.put(audience, subject(it), body(it)));
    }

    private static Audience audience(TrafficLight light) {
        return light.allows(SharingRole.PUBLIC, SharingChannel.FEED) ? Audience.PUBLIC : Audience.PARTICIPANTS;
    }

    private static String subject(StanceRows.Line line) {
        return STANCE + line.topic() + "-" + line.id();
    }

    private static Map<String, Object> body(StanceRows.Line line) {
        var said = line.said();
        var body = new TreeMap<String, Object>(Map.of(
                "kind", "stance",
                "title", line.title().isEmpty() ? subject(line) : line.title(),
                "room", line.room(),
                "topic", line.topic(),
                "label", said.light().mark(),
                "said-by", said.shownAs(),
                "at", said.at().toString(),
                "stance", ParticipantStance.word(said.stance()),
                "text", said.words()));
        if (said.answer() != null) body.put("post", said.answer());
        return body;
    }

    private static Map<String, Object> body(KeptRoom room) {
        var body = new TreeMap<String, Object>(Map.of(
                "kind", "room",
                "title", room.title(),
                "room", room.id(),
                "label", room.light().mark(),
                "language", room.language(),
                "writes", room.everybody() ? "everybody" : "members",
                "text", room.terms()));
        if (room.chatham()) body.put("chatham", "yes");
        return body;
    }

    private static Map<String, Object> body(KeptPost post, @Nullable KeptTopic topic) {
        var body = new TreeMap<String, Object>(Map.of(
                "kind", "post",
                "title", post.title().isEmpty() ? WritingPosts.subject(post.id()) : post.title(),
                "room", post.room(),
                "topic", post.topic(),
                "post", post.id(),
                "label", post.light().mark(),
                "said-by", post.shownAs(),
                "at", post.at().toString(),
                "language", post.language(),
                "text", post.text()));
        if (topic != null) {
            body.put("topic-kind", topic.kind().word());
            if (Objects.equals(topic.accepted(), post.id())) body.put("accepted", "yes");
            if (topic.staleAt() != null) body.put("stale", "yes");
            if (!topic.asked().isEmpty()) body.put("asked-of", topic.asked());
            if (topic.dueOn() != null) body.put("until", topic.dueOn().toString());
        }
        return body;
    }
}
