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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.board.HostLine;
import org.comity.board.HostsFollowed;
import org.comity.directory.Directory;
import org.comity.ui.TypedText;
import org.comity.vocabulary.TrafficLight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the rooms of other nodes as their signed boards brought them here, so that an official finds them beside the rooms of
 * its own node, also while the other node cannot be reached. Another node wrote it all: what is no contribution is left out.
 */
@Component
class FollowedRooms {

    private static final int ROOMS = 100;

    /** Of a participant or its group. */
    private static final int LONGEST_NAME = 200;

    private static final Comparator<FollowedHost.Topic> LAST_FIRST =
            Comparator.comparing(FollowedHost.Topic::last).reversed();

    private final HeldBoards boards;
    private final HostsFollowed followed;
    private final Directory directory;

    FollowedRooms(HeldBoards boards, HostsFollowed followed, Directory directory) {
        this.boards = boards;
        this.followed = followed;
        this.directory = directory;
    }

    List<FollowedHost> hosts(String language) {
        return read(held().toList(), language);
    }

    FollowedHost host(String id, String language) {
        return read(held().filter(it -> it.host().equals(id)).toList(), language).stream()
                .findFirst()
                .orElseThrow(RoomRefused::unknown);
    }

    private Stream<HeldBoard> held() {
        return boards.elsewhere(PublishingPosts.BOARD).stream()
                .filter(it -> !it.host().equals(directory.self().id()));
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

    /** A topic of one of these hosts. */
    record Elsewhere(FollowedHost host, FollowedHost.Topic topic) {

        private Beginning lines() {
            return new Beginning(host.id(), PublishingPosts.STANCE + topic.id() + "-");
        }
    }

    /** The lines of a temperature check or of an answer that was tried, by who said them. */
    List<ParticipantStance> stances(FollowedHost host, FollowedHost.Topic topic) {
        var one = new Elsewhere(host, topic);
        return stances(List.of(one)).getOrDefault(one, List.of());
    }

    /** The same of several topics in one look; each line is a publication of its own, the newest of which stands. */
    Map<Elsewhere, List<ParticipantStance>> stances(List<Elsewhere> topics) {
        var asked = topics.stream().filter(it -> !it.topic().lines().isEmpty()).toList();
        if (asked.isEmpty()) return Map.of();
        var beginnings = asked.stream().map(Elsewhere::lines).toList();
        var entries = boards.under(PublishingPosts.BOARD, beginnings, StanceRows.MOST);
        return asked.stream().collect(Collectors.toMap(it -> it, it -> stances(it, entries), (one, _) -> one));
    }

    private static List<ParticipantStance> stances(Elsewhere of, List<HeldEntry> entries) {
        var lines = new TreeMap<String, ParticipantStance>();
        entries.stream()
                .filter(of.lines()::holds)
                .forEach(it -> stance(it, of.topic()).ifPresent(line -> lines.putIfAbsent(it.subject(), line)));
        return lines.values().stream()
                .sorted(Comparator.comparing(ParticipantStance::shownAs).thenComparing(ParticipantStance::at))
                .toList();
    }

    private static Optional<ParticipantStance> stance(HeldEntry entry, FollowedHost.Topic topic) {
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

    /** All of them in one look each at rooms and contributions; a host without a room is left out. */
    private List<FollowedHost> read(List<HeldBoard> held, String language) {
        if (held.isEmpty()) return List.of();
        // By themselves: a room is said once, and what was said in it since would push it out of the newest.
        var rooms = under(held, PublishingPosts.ROOM, ROOMS);
        var said = under(held, WritingPosts.POST, FollowedHost.MOST);
        var feeds = followed.feeds();
        return held.stream()
                .map(it -> read(
                        it,
                        rooms.getOrDefault(it.host(), List.of()),
                        said.getOrDefault(it.host(), List.of()),
                        HostLine.of(it.host(), feeds).orElse(null),
                        language))
                .filter(it -> !it.rooms().isEmpty())
                .toList();
    }

    private Map<String, List<HeldEntry>> under(List<HeldBoard> held, String prefix, int most) {
        var beginnings =
                held.stream().map(it -> new Beginning(it.host(), prefix)).toList();
        return boards.under(PublishingPosts.BOARD, beginnings, most).stream()
                .collect(Collectors.groupingBy(it -> it.publication().host()));
    }

    private FollowedHost read(
            HeldBoard board, List<HeldEntry> named, List<HeldEntry> entries, @Nullable HostLine line, String language) {
        var rooms = new TreeMap<String, FollowedHost.Room>();
        named.forEach(it -> room(body(it)).ifPresent(room -> rooms.put(room.id(), room)));
        var said = new TreeMap<Long, List<HeldEntry>>();
        entries.forEach(it -> number(body(it), "topic")
                .ifPresent(topic ->
                        said.computeIfAbsent(topic, n -> new ArrayList<>()).add(it)));
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
                line,
                rooms.values().stream()
                        .map(it -> it.with(topics.getOrDefault(it.id(), List.of()).stream()
                                .sorted(LAST_FIRST)
                                .toList()))
                        .sorted(Comparator.comparing(FollowedRooms::last).reversed())
                        .toList(),
                entries.size() < FollowedHost.MOST);
    }

    private static Instant last(FollowedHost.Room room) {
        return room.topics().isEmpty()
                ? Instant.EPOCH
                : room.topics().getFirst().last();
    }

    private static FollowedHost.Room unnamed(String id) {
        return new FollowedHost.Room(id, id, "", "", null, false, false, List.of());
    }

    /** With a label that is none it counts as not said: nobody writes in it. */
    private static Optional<FollowedHost.Room> room(Map<String, Object> body) {
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

    private static Optional<FollowedHost.Topic> topic(long id, List<HeldEntry> entries) {
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
