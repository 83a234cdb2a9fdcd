package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.vocabulary.SharingChannel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what waits for one participant in rooms of this node and of those that it follows: an answer that was asked of it, a
 * temperature check that ends, a step of a moderator that can be appealed. It is told of its own alone; who has not answered is
 * told nobody.
 */
@Component
@Transactional(readOnly = true)
class WaitingForParticipant {

    /** As the digest of the week; what somebody has read is kept nowhere. */
    private static final Duration NEW = Duration.ofDays(7);

    private final RoomRows rooms;
    private final TopicRows topics;
    private final PostRows posts;
    private final NewsRows news;
    private final RoomAccess access;
    private final Moderating moderating;
    private final FollowedRooms followed;
    private final Clock clock;

    WaitingForParticipant(
            RoomRows rooms,
            TopicRows topics,
            PostRows posts,
            NewsRows news,
            RoomAccess access,
            Moderating moderating,
            FollowedRooms followed,
            Clock clock) {
        this.rooms = rooms;
        this.topics = topics;
        this.posts = posts;
        this.news = news;
        this.access = access;
        this.moderating = moderating;
        this.followed = followed;
        this.clock = clock;
    }

    /** By room of this node, how much others said in it in the last seven days. */
    Map<String, Long> news(RoomReader by) {
        if (!by.somebody()) return Map.of();
        return news.byOthers(
                access.readable(by, SharingChannel.PAGE), clock.instant().minus(NEW));
    }

    /** What is due first comes first. */
    List<WaitingTopic> of(RoomReader by, String language) {
        if (!by.somebody()) return List.of();
        var elsewhere = by.official() == null ? Stream.<WaitingTopic>of() : elsewhere(by, language);
        return Stream.of(here(by), appeals(by), elsewhere)
                .flatMap(it -> it)
                .sorted(Comparator.comparing(WaitingTopic::by).thenComparing(WaitingTopic::link))
                .toList();
    }

    private Stream<WaitingTopic> here(RoomReader by) {
        var readable = access.readable(by, SharingChannel.PAGE);
        return Stream.concat(
                        topics.asking(by.participant(), readable).stream().map(it -> here(it, WaitingTopic.Why.ASKED)),
                        topics.ending(by.participant(), readable, access.today()).stream()
                                .map(it -> here(it, WaitingTopic.Why.CHECK)))
                .filter(it -> rooms.find(it.room())
                        .filter(room -> access.mayWrite(by, room))
                        .isPresent());
    }

    private static WaitingTopic here(KeptTopic topic, WaitingTopic.Why why) {
        return new WaitingTopic(
                why,
                topic.room(),
                "",
                topic.title(),
                topic.language(),
                topic.light(),
                "/topics/" + topic.id(),
                topic.openedAt(),
                topic.dueOn() == null ? LocalDate.EPOCH : topic.dueOn());
    }

    private Stream<WaitingTopic> appeals(RoomReader by) {
        return moderating.appealable(by.person()).stream()
                .flatMap(it -> posts
                        .find(it.post(), by.person())
                        .filter(post -> post.withdrawnAt() == null)
                        .map(post -> new WaitingTopic(
                                WaitingTopic.Why.APPEAL,
                                post.room(),
                                "",
                                post.title(),
                                post.language(),
                                post.light(),
                                "/posts/" + post.id(),
                                it.at(),
                                LocalDate.ofInstant(it.at().plus(moderating.appealing()), UTC)))
                        .stream());
    }

    private Stream<WaitingTopic> elsewhere(RoomReader by, String language) {
        return followed.hosts(language).stream()
                .filter(it -> !it.stopped())
                .flatMap(host -> host.rooms().stream()
                        .filter(it -> it.known() && !it.chatham())
                        .flatMap(it -> it.topics().stream())
                        .flatMap(topic -> elsewhere(host, topic, by)));
    }

    private Stream<WaitingTopic> elsewhere(FollowedHost host, FollowedHost.Topic topic, RoomReader by) {
        var due = topic.dueOn();
        if (due == null) return Stream.of();
        boolean asked = topic.asked().contains(by.participant())
                && !topic.answered()
                && topic.posts().stream().noneMatch(it -> it.by().equals(by.participant()));
        boolean check = topic.kind() == TopicKind.CHECK
                && !due.isBefore(access.today())
                && followed.stances(host, topic).stream()
                        .noneMatch(it -> it.shownAs().equals(by.participant()));
        if (!asked && !check) return Stream.of();
        return Stream.of(new WaitingTopic(
                asked ? WaitingTopic.Why.ASKED : WaitingTopic.Why.CHECK,
                topic.room(),
                host.id(),
                topic.title(),
                topic.language(),
                topic.light(),
                "/at/" + host.id() + "/topics/" + topic.id(),
                topic.posts().getFirst().at(),
                due));
    }
}
