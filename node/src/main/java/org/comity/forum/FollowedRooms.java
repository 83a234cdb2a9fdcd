package org.comity.forum;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.directory.Directory;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/**
 * Reads the rooms of other nodes as their signed boards brought them here, so that an official finds them beside the rooms of
 * its own node, also while the other node cannot be reached. Another node wrote it all: what is no contribution is left out.
 */
@Component
class FollowedRooms {

    /** Entries of one board that a page reads. */
    static final int MOST = 500;

    private static final Comparator<FollowedHost.Topic> LAST_FIRST =
            Comparator.comparing(FollowedHost.Topic::last).reversed();

    private final HeldBoards boards;
    private final Directory directory;

    FollowedRooms(HeldBoards boards, Directory directory) {
        this.boards = boards;
        this.directory = directory;
    }

    List<FollowedHost> hosts(String language) {
        return boards.all().stream()
                .filter(it -> it.name().equals(PublishingPosts.BOARD))
                .filter(it -> !it.host().equals(directory.self().id()))
                .map(it -> read(it, language))
                .filter(it -> !it.rooms().isEmpty())
                .toList();
    }

    FollowedHost host(String id, String language) {
        return hosts(language).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(RoomRefused::unknown);
    }

    static FollowedHost.Room room(FollowedHost host, String id) {
        return host.rooms().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(RoomRefused::unknown);
    }

    static FollowedHost.Topic topic(FollowedHost host, long id) {
        return host.rooms().stream()
                .flatMap(it -> it.topics().stream())
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(RoomRefused::unknown);
    }

    private FollowedHost read(HeldBoard board, String language) {
        var entries = boards.standing(board.host(), board.name(), MOST);
        var rooms = new TreeMap<String, FollowedHost.Room>();
        var said = new TreeMap<Long, List<HeldEntry>>();
        for (var it : entries) {
            var body = it.body() == null ? Map.<String, Object>of() : it.body();
            if (text(body, "kind").equals("room")) {
                room(body).ifPresent(room -> rooms.put(room.id(), room));
            } else if (text(body, "kind").equals("post")) {
                number(body, "topic")
                        .ifPresent(topic -> said.computeIfAbsent(topic, n -> new ArrayList<>())
                                .add(it));
            }
        }
        var topics = new HashMap<String, List<FollowedHost.Topic>>();
        said.forEach((id, posts) -> topic(id, posts)
                .ifPresent(it -> topics.computeIfAbsent(it.room(), n -> new ArrayList<>())
                        .add(it)));
        topics.keySet().forEach(it -> rooms.computeIfAbsent(it, FollowedRooms::unnamed));
        var name = directory.find(board.host()).map(it -> it.name(language)).orElse(board.host());
        return new FollowedHost(
                board.host(),
                name,
                board.news(),
                rooms.values().stream()
                        .map(it -> it.with(topics.getOrDefault(it.id(), List.of()).stream()
                                .sorted(LAST_FIRST)
                                .toList()))
                        .sorted(Comparator.comparing(FollowedRooms::last).reversed())
                        .toList(),
                entries.size() < MOST);
    }

    private static Instant last(FollowedHost.Room room) {
        return room.topics().isEmpty()
                ? Instant.EPOCH
                : room.topics().getFirst().last();
    }

    private static FollowedHost.Room unnamed(String id) {
        return new FollowedHost.Room(id, id, "", "", null, true, false, List.of());
    }

    private static Optional<FollowedHost.Room> room(Map<String, Object> body) {
        var id = text(body, "room");
        if (!RoomForm.isName(id)) return Optional.empty();
        return Optional.of(new FollowedHost.Room(
                id,
                text(body, "title"),
                language(body),
                text(body, "text"),
                TrafficLight.of(text(body, "label")).orElse(null),
                text(body, "writes").equals("everybody"),
                text(body, "chatham").equals("yes"),
                List.of()));
    }

    private static Optional<FollowedHost.Topic> topic(long id, List<HeldEntry> entries) {
        var posts = entries.stream()
                .flatMap(it -> post(it).stream())
                .sorted(Comparator.comparing(FollowedHost.Post::id))
                .toList();
        var first = entries.getLast();
        var body = first.body() == null ? Map.<String, Object>of() : first.body();
        var room = text(body, "room");
        if (posts.isEmpty() || !RoomForm.isName(room)) return Optional.empty();
        var title = text(body, "title");
        return Optional.of(new FollowedHost.Topic(
                id,
                room,
                title.equals(first.subject()) ? "" : title,
                TopicKind.of(text(body, "topic-kind")).orElse(null),
                posts.getFirst().language(),
                posts.stream()
                        .map(FollowedHost.Post::light)
                        .reduce(TrafficLight::narrower)
                        .orElseThrow(),
                posts.getLast().at(),
                posts));
    }

    private static Optional<FollowedHost.Post> post(HeldEntry entry) {
        var body = entry.body() == null ? Map.<String, Object>of() : entry.body();
        var light = TrafficLight.of(text(body, "label"));
        var text = text(body, "text");
        if (light.isEmpty() || text.isEmpty()) return Optional.empty();
        return number(body, "post")
                .map(id -> new FollowedHost.Post(
                        id,
                        text(body, "said-by"),
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

    private static String text(Map<String, Object> body, String key) {
        return PlacingActs.text(body, key);
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
