package org.comity.forum;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final AskedElsewhere asked;
    private final Clock clock;

    WaitingForParticipant(
            RoomRows rooms,
            TopicRows topics,
            PostRows posts,
            NewsRows news,
            RoomAccess access,
            Moderating moderating,
            AskedElsewhere asked,
            Clock clock) {
        this.rooms = rooms;
        this.topics = topics;
        this.posts = posts;
        this.news = news;
        this.access = access;
        this.moderating = moderating;
        this.asked = asked;
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
        var elsewhere = by.official() == null ? Stream.<WaitingTopic>of() : asked.of(by, language);
        return Stream.of(here(by), appeals(by), elsewhere)
                .flatMap(it -> it)
                .sorted(Comparator.comparing(WaitingTopic::by).thenComparing(WaitingTopic::link))
                .toList();
    }

    private Stream<WaitingTopic> here(RoomReader by) {
        var readable = access.readable(by, SharingChannel.PAGE);
        var waits = topics.waiting(by.participant(), readable, access.writing(by), access.today()).stream()
                .map(it -> here(it, it.kind() == TopicKind.CHECK ? WaitingTopic.Why.CHECK : WaitingTopic.Why.ASKED))
                .toList();
        var within = waits.stream().map(WaitingTopic::room).collect(Collectors.toSet());
        var writable = access.writable(by, rooms.some(within, readable));
        return waits.stream().filter(it -> writable.contains(it.room()));
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
        var done = moderating.appealable(by.person());
        var said = posts.some(done.stream().map(DoneModeration::post).toList(), by.person());
        return done.stream()
                .flatMap(it -> Optional.ofNullable(said.get(it.post()))
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
}
