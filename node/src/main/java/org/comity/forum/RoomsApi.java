package org.comity.forum;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.comity.ui.TypedText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.SharingChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rooms for programs of this node: what of them the one rule lets through to a program of this official. */
@RestController
@RequestMapping("/api/v1/rooms")
class RoomsApi {

    private static final int ROOMS = 500;
    private static final int PAGE = 100;
    private static final int LONGEST_SEARCH = 200;

    private final ReadingRooms reading;
    private final RoomReaders readers;

    RoomsApi(ReadingRooms reading, RoomReaders readers) {
        this.reading = reading;
        this.readers = readers;
    }

    @GetMapping
    RoomList rooms(@RequestParam(required = false) @Nullable String after, Official by, HttpServletRequest request) {
        return new RoomList(reading.rooms(SharingChannel.API, after, ROOMS, readers.of(request)).stream()
                .map(it -> new RoomJson(
                        it.id(),
                        it.title(),
                        it.language(),
                        it.terms(),
                        it.light().mark(),
                        it.chatham(),
                        it.working(),
                        it.open()))
                .toList());
    }

    @GetMapping("/{room:[a-z][a-z0-9-]{1,39}}/topics")
    TopicList topics(
            @PathVariable String room,
            @RequestParam(required = false) @Nullable Long after,
            Official by,
            HttpServletRequest request) {
        return new TopicList(reading.topicsBy(room, SharingChannel.API, after, readers.of(request)).stream()
                .map(RoomsApi::topic)
                .toList());
    }

    /** What stands of a topic, in the order in which it was said, after this contribution. */
    @GetMapping("/topics/{topic:[0-9]{1,18}}")
    WholeTopic topic(
            @PathVariable long topic,
            @RequestParam(defaultValue = "0") long after,
            Official by,
            HttpServletRequest request) {
        var reader = readers.of(request);
        return new WholeTopic(
                topic(reading.topicBy(topic, SharingChannel.API, reader)),
                reading.postsBy(topic, SharingChannel.API, after, PAGE, reader).stream()
                        .map(RoomsApi::post)
                        .toList());
    }

    @GetMapping("/search")
    PostList search(@RequestParam String q, Official by, HttpServletRequest request) {
        var words = TypedText.clean(q);
        if (words.isEmpty() || words.length() > LONGEST_SEARCH) throw RoomRefused.incomplete();
        return new PostList(reading.found(words, SharingChannel.API, readers.of(request)).stream()
                .map(RoomsApi::post)
                .toList());
    }

    private static TopicJson topic(KeptTopic it) {
        return new TopicJson(
                it.id(),
                it.room(),
                it.kind().word(),
                it.title(),
                it.language(),
                it.light().mark(),
                it.articles(),
                it.openedAt(),
                it.lastAt(),
                it.accepted(),
                it.staleAt());
    }

    private static PostJson post(KeptPost it) {
        return new PostJson(
                it.id(),
                it.topic(),
                it.room(),
                it.light().mark(),
                it.shownAs(),
                it.at(),
                it.changedAt(),
                it.language(),
                it.text());
    }

    record RoomList(List<RoomJson> rooms) {}

    record RoomJson(
            String id,
            String title,
            String language,
            String terms,
            String label,
            boolean chatham,
            boolean working,
            boolean open) {}

    record TopicList(List<TopicJson> topics) {}

    record TopicJson(
            long topic,
            String room,
            String kind,
            String title,
            String language,
            String label,
            List<String> articles,
            Instant openedAt,
            Instant lastAt,
            @Nullable Long accepted,
            @Nullable Instant staleAt) {}

    record WholeTopic(TopicJson topic, List<PostJson> posts) {}

    record PostList(List<PostJson> posts) {}

    record PostJson(
            long post,
            long topic,
            String room,
            String label,
            String saidBy,
            Instant at,
            @Nullable Instant changedAt,
            String language,
            String text) {}
}
