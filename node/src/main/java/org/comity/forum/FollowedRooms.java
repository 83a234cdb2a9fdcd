package org.comity.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the rooms of other nodes as their signed boards brought them here, so that an official finds them beside the rooms of
 * its own node, also while the other node cannot be reached. Another node wrote it all: what is no contribution is left out.
 */
@Component
class FollowedRooms {

    private static final Comparator<FollowedHost.Topic> LAST_FIRST =
            Comparator.comparing(FollowedHost.Topic::last).reversed();

    private final HeldBoards boards;
    private final HostsFollowed followed;
    private final AskedRows asked;
    private final Directory directory;

    FollowedRooms(HeldBoards boards, HostsFollowed followed, AskedRows asked, Directory directory) {
        this.boards = boards;
        this.followed = followed;
        this.asked = asked;
        this.directory = directory;
    }

    List<FollowedHost> hosts(String language) {
        var held = held().toList();
        return read(held, said(held), language);
    }

    /** With their rooms, and nothing of what was said in them. */
    List<FollowedHost> named(String language) {
        return read(held().toList(), Map.of(), language);
    }

    FollowedHost host(String id, String language) {
        var held = held(id);
        return one(held, said(held), language);
    }

    /** With what was said first in this topic and its accepted answer, however much was said since, where this node was asked there. */
    FollowedHost host(String id, long topic, String language) {
        var held = held(id);
        var said = new ArrayList<>(said(held).getOrDefault(id, List.of()));
        var there = said.stream().map(HeldEntry::subject).collect(Collectors.toSet());
        asked.first(id, topic).stream()
                .filter(it -> !there.contains(it))
                .flatMap(it -> boards.standing(id, PublishingPosts.BOARD, it).stream())
                .forEach(said::add);
        return one(held, Map.of(id, said), language);
    }

    private List<HeldBoard> held(String id) {
        return held().filter(it -> it.host().equals(id)).toList();
    }

    private FollowedHost one(List<HeldBoard> held, Map<String, List<HeldEntry>> said, String language) {
        return read(held, said, language).stream().findFirst().orElseThrow(RoomRefused::unknown);
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
                .forEach(it ->
                        SaidOnBoard.stance(it, of.topic()).ifPresent(line -> lines.putIfAbsent(it.subject(), line)));
        return lines.values().stream()
                .sorted(Comparator.comparing(ParticipantStance::shownAs).thenComparing(ParticipantStance::at))
                .toList();
    }

    private Map<String, List<HeldEntry>> said(List<HeldBoard> held) {
        return held.isEmpty() ? Map.of() : under(held, WritingPosts.POST, FollowedHost.MOST);
    }

    /** All of them in one look at rooms; a host without a room is left out. */
    private List<FollowedHost> read(List<HeldBoard> held, Map<String, List<HeldEntry>> said, String language) {
        if (held.isEmpty()) return List.of();
        // By themselves: a room is said once, and what was said in it since would push it out of the newest.
        var rooms = under(held, PublishingPosts.ROOM, PublishingPosts.ROOMS);
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
        named.forEach(it -> SaidOnBoard.room(it).ifPresent(room -> rooms.put(room.id(), room)));
        var said = new TreeMap<Long, List<HeldEntry>>();
        entries.forEach(it -> SaidOnBoard.topic(it)
                .ifPresent(topic ->
                        said.computeIfAbsent(topic, n -> new ArrayList<>()).add(it)));
        var topics = new HashMap<String, List<FollowedHost.Topic>>();
        said.forEach((id, posts) -> SaidOnBoard.topic(id, posts)
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
}
