package org.comity.forum;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.comity.forum.AskedRows.AskedTopic;
import org.comity.forum.AskedRows.RoomThere;
import org.comity.forum.FollowedRooms.Elsewhere;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what waits for this node's participant in rooms of the nodes that it follows. */
@Component
class AskedElsewhere {

    private final AskedRows rows;
    private final FollowedRooms followed;
    private final RoomAccess access;

    AskedElsewhere(AskedRows rows, FollowedRooms followed, RoomAccess access) {
        this.rows = rows;
        this.followed = followed;
        this.access = access;
    }

    Stream<WaitingTopic> of(RoomReader by, String language) {
        var hosts = new HashMap<String, FollowedHost>();
        followed.named(language).stream().filter(it -> !it.stopped()).forEach(it -> hosts.put(it.id(), it));
        if (hosts.isEmpty()) return Stream.of();
        var dated = rows.waiting(by.participant(), access.today(), answerable(hosts.values()));
        var checks = new HashMap<AskedTopic, Elsewhere>();
        dated.stream()
                .filter(AskedTopic::check)
                .forEach(it -> checks.put(it, new Elsewhere(Objects.requireNonNull(hosts.get(it.host())), check(it))));
        var lines = followed.stances(List.copyOf(checks.values()));
        return dated.stream()
                .filter(it -> !it.check() || silent(checks.get(it), lines, by))
                .map(AskedElsewhere::waiting);
    }

    /** Rooms that are there and in which an act can speak: what waits elsewhere takes no place from what waits in these. */
    private static List<RoomThere> answerable(Collection<FollowedHost> hosts) {
        return hosts.stream()
                .flatMap(host -> host.rooms().stream()
                        .filter(it -> it.known() && !it.chatham())
                        .map(it -> new RoomThere(host.id(), it.id())))
                .toList();
    }

    private static boolean silent(
            @Nullable Elsewhere check, Map<Elsewhere, List<ParticipantStance>> lines, RoomReader by) {
        return check != null
                && lines.getOrDefault(check, List.of()).stream()
                        .noneMatch(it -> it.shownAs().equals(by.participant()));
    }

    /** As its lines are read: what was said in it is not asked for. */
    private static FollowedHost.Topic check(AskedTopic topic) {
        return new FollowedHost.Topic(
                topic.topic(),
                topic.room(),
                topic.title(),
                TopicKind.CHECK,
                topic.language(),
                topic.light(),
                topic.since(),
                List.of(),
                List.of(),
                topic.by(),
                false);
    }

    private static WaitingTopic waiting(AskedTopic topic) {
        return new WaitingTopic(
                topic.check() ? WaitingTopic.Why.CHECK : WaitingTopic.Why.ASKED,
                topic.room(),
                topic.host(),
                topic.title(),
                topic.language(),
                topic.light(),
                "/at/" + topic.host() + "/topics/" + topic.topic(),
                topic.since(),
                topic.by());
    }
}
